/** How long the text of a configuration file may be, in characters. */
export const mostCharacters = 128 * 1024;

const inWords = `${String(mostCharacters / 1024)} KiB`;

/** Said before a file is chosen. */
export const mostTaken = `At most ${inWords} of text.`;

/** Said of a text that is longer. */
export const tooLong = `Keep the file under ${inWords}.`;

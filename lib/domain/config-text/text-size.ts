/** How long the text of a configuration file may be, in characters. */
export const mostCharacters = 128 * 1024;

/** Said of a text that is longer. */
export const tooLong = `Keep the file under ${String(mostCharacters / 1024)} KiB.`;

/** How many bytes a text takes in a form: as UTF-8, each line break as the two characters that browsers send. */
export const sentBytes = (text: string): number =>
  new TextEncoder().encode(text.replace(/\r\n?|\n/g, '\r\n')).byteLength;

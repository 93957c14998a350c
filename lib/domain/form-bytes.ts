/** How much a form may send to a page, in bytes; next.config.ts says the same to Next. */
export const maxFormBytes = 4 * 1024 * 1024;

const mebibyte = 1024 * 1024;

/** A number of bytes as a person reads it: “96 KiB”, “3.1 MiB”. */
export const bytesInWords = (bytes: number): string =>
  bytes < mebibyte ? `${String(Math.ceil(bytes / 1024))} KiB` : `${(bytes / mebibyte).toFixed(1)} MiB`;

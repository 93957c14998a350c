/** A CSV file of these lines. */
export const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;

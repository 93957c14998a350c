/** Name of the box that ticks one method of a question. */
export const boxName = (question: 'local' | 'chatgpt', method: string): string => `${question}.${method}`;

/** A text that has the direction of its own letters, and does not reorder what is around it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

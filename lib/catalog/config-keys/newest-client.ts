/** The newest client that the catalogue was held against: a fleet counts as this one until somebody says otherwise. */
export const newestClient = '0.169.0';

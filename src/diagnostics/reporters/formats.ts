/** The formats of a result, in the order in which they are named to people. By themselves, so that help loads none. */
export const formats = ['pretty', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown'] as const;
export type Format = (typeof formats)[number];

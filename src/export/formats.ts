/** The formats of a report, in the order in which they are named to people. */
export const formats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

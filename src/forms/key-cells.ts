/**
 * Totals of table three that rules and pages ask for by name. Both editions have them; where one lacks a cell,
 * there is nothing to say of it.
 */
export const keyCells = {
  newReceived: 'applications.newReceived.total',
  carriedOver: 'applications.carriedOver.total',
  handled: 'applications.total.total',
  carriedForward: 'applications.carriedForward.total',
} as const;

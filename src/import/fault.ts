/** A document that cannot be read, with the reason in words for a person. */
export class ImportFault extends Error {}

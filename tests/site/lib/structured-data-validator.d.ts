/** The part of the validator that the tests use; the package has no types. */
declare module '@adobe/structured-data-validator' {
  export default class Validator {
    /** @param vocabulary in the form of `schemaorg-all-https.jsonld` */
    constructor(vocabulary: unknown);
    /** @param found things by their types, for each format */
    validate(found: {
      jsonld: Readonly<Record<string, unknown>>;
    }): Promise<{ issueMessage: string; severity: 'ERROR' | 'WARNING' }[]>;
  }
}

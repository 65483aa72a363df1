/**
 * A plan as a FHIR R4 bundle, for systems in health care: the person whose plan it is (without a name), the members, goals,
 * steps and wheels. Story, wishes and conversations are people's own and stay out. Pure; checked against the published schema.
 */
import type { Bundle, CarePlan, CareTeam, FhirResource, RelatedPerson } from 'fhir/r4'
import type * as Y from 'yjs'
import { readCheckIns } from '../../wheel/check-ins.ts'
import { readGoals } from '../../goals/goals.ts'
import { type Hand, hear, othersIn } from '../../plan/hands.ts'
import { type Who, whoKey } from '../../plan/who.ts'
import { toQuestionnaireResponse } from './check-in.ts'
import { type BundleContext, type BundleOptions, createContext, type Identified, toDateTime, toUrn } from './context.ts'
import { toActivity, toGoal } from './goals.ts'

type PlanResource = Identified<FhirResource>
export type PlanBundle = Bundle<FhirResource> & { entry: { fullUrl: string; resource: PlanResource }[] }

export const toBundle = (doc: Y.Doc, options: BundleOptions): PlanBundle => {
  const context = createContext(options)
  const goals = readGoals(doc).filter(({ aside }) => aside === null)
  const steps = goals.flatMap((goal) => goal.steps).filter(({ aside }) => aside === null)
  const checkIns = readCheckIns(doc).filter(({ aside }) => aside === null)
  const authors = [...goals.map(({ maker }) => maker), ...checkIns.map(({ maker }) => maker)]
  const mentioned: readonly (Who | null)[] = [
    ...options.people.map(({ person }) => ({ person })),
    ...goals.flatMap(({ answers }) => answers.map((answer) => hear(answer, context))).flatMap(sayers),
    ...steps.flatMap(({ who }) => who),
    ...checkIns.map(({ who }) => who),
    ...checkIns.flatMap(({ who, writers }) => othersIn(who, writers, context).map((person) => ({ person }))),
    ...authors.map(context.authorOf),
  ]
  const others = new Map(
    mentioned
      .filter((who) => who !== null && !context.isSubject(who))
      .map((who) => [whoKey(who as Who), who as Who] as const),
  )
  const careTeam = toCareTeam(context, [...others.values()])
  const goalResources = goals.map((goal) => toGoal(context, goal))
  const carePlan: Identified<CarePlan> = {
    resourceType: 'CarePlan',
    id: context.idOf('CarePlan', ''),
    status: 'active',
    intent: 'plan',
    title: options.title,
    subject: context.refTo({ person: options.subject }),
    careTeam: [{ reference: toUrn(careTeam.id) }],
    ...(goals.length === 0 ? {} : { goal: goalResources.map(({ id }) => ({ reference: toUrn(id) })) }),
    ...(steps.length === 0 ? {} : { activity: steps.map((step) => toActivity(context, step)) }),
  }
  const resources: readonly PlanResource[] = [
    { resourceType: 'Patient', id: context.idOf('Patient', options.subject) },
    ...[...others.values()].map((who) => toRelatedPerson(context, who)),
    careTeam,
    carePlan,
    ...goalResources,
    ...checkIns.map((checkIn) => toQuestionnaireResponse(context, checkIn)),
  ]
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: toDateTime(options.savedAt),
    entry: resources.map((resource) => ({ fullUrl: toUrn(resource.id), resource })),
  }
}

/** The person an answer is of, and its writer. */
const sayers = ({ who, by }: Hand & { readonly who: Who }): readonly Who[] => [
  who,
  ...(by === null ? [] : [{ person: by }]),
]

/** A member as a related person, FHIR's nearest word: a plan does not tell whether a member takes part for work or as family. */
const toRelatedPerson = (context: BundleContext, who: Who): Identified<RelatedPerson> => {
  const name = context.nameOf(who)
  return {
    resourceType: 'RelatedPerson',
    id: context.idOf('RelatedPerson', whoKey(who)),
    patient: context.refTo({ person: context.subject }),
    ...(name === '' ? {} : { name: [{ text: name }] }),
  }
}

const toCareTeam = (context: BundleContext, others: readonly Who[]): Identified<CareTeam> => {
  const taking = others.filter((who) => 'person' in who && context.people.some(({ person }) => person === who.person))
  return {
    resourceType: 'CareTeam',
    id: context.idOf('CareTeam', ''),
    status: 'active',
    subject: context.refTo({ person: context.subject }),
    participant: [{ person: context.subject }, ...taking].map((who) => ({ member: context.refTo(who) })),
  }
}

/** The people of a bundle: the patient, those who help as their work (`Practitioner`), and everybody else (`RelatedPerson`). */
import type { CareTeam, Patient, Practitioner, RelatedPerson } from 'fhir/r4'
import type * as Y from 'yjs'
import { readCheckIns } from '../../wheel/check-ins.ts'
import { readGoals } from '../../goals/goals.ts'
import type { Authors } from '../../document/own-words.ts'
import { type Hand, hear, othersIn } from '../../plan/hands.ts'
import { isSameWho, type Who, whoKey } from '../../plan/who.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { BundleContext, Identified } from './context.ts'

type Circle = Authors & { readonly subject: PersonId; readonly people: readonly { readonly person: PersonId }[] }

/** Everybody but the patient that the bundle names: members, and those of whom a goal, step or wheel says something. */
export const readOthers = (doc: Y.Doc, circle: Circle): readonly Who[] => {
  const goals = readGoals(doc).filter(({ aside }) => aside === null)
  const steps = goals.flatMap((goal) => goal.steps).filter(({ aside }) => aside === null)
  const checkIns = readCheckIns(doc).filter(({ aside }) => aside === null)
  const authors = [...goals, ...checkIns].map(({ maker }) => (maker === null ? null : circle.personAt(maker)))
  const mentioned: readonly (Who | null)[] = [
    ...circle.people,
    ...goals.flatMap(({ answers }) => answers.map((answer) => hear(answer, circle))).flatMap(sayers),
    ...steps.flatMap(({ who }) => who),
    ...checkIns.map(({ who }) => who),
    ...checkIns.flatMap(({ who, writers }) => othersIn(who, writers, circle).map((person) => ({ person }))),
    ...authors.map((person) => (person === null ? null : { person })),
  ]
  const others = mentioned
    .filter((who) => who !== null)
    .map((who): Who => ('person' in who ? { person: who.person } : who))
    .filter((who) => !isSameWho(who, { person: circle.subject }))
  return [...new Map(others.map((who) => [whoKey(who), who])).values()]
}

/** The person an answer is of, and its writer. */
const sayers = ({ who, by }: Hand & { readonly who: Who }): readonly Who[] => [
  who,
  ...(by === null ? [] : [{ person: by }]),
]

/** Without a name: what the file says is about a person whom its reader knows. */
export const toPatient = (context: BundleContext): Identified<Patient> => ({
  resourceType: 'Patient',
  id: context.idOf('Patient', context.subject),
})

/** FHIR knows those who help for their work, and those who are near; a plan does not tell them apart, so somebody has said it. */
export const toHelper = (context: BundleContext, who: Who): Identified<Practitioner> | Identified<RelatedPerson> => {
  const name = context.nameOf(who)
  const named = name === '' ? {} : { name: [{ text: name }] }
  const resourceType = context.isWorker(who) ? 'Practitioner' : 'RelatedPerson'
  const id = context.idOf(resourceType, whoKey(who))
  if (resourceType === 'Practitioner') return { resourceType, id, ...named }
  return { resourceType, id, patient: context.refTo({ person: context.subject }), ...named }
}

export const toCareTeam = (context: BundleContext, others: readonly Who[]): Identified<CareTeam> => {
  const taking = others.filter((who) => 'person' in who && context.people.some(({ person }) => person === who.person))
  return {
    resourceType: 'CareTeam',
    id: context.idOf('CareTeam', ''),
    status: 'active',
    subject: context.refTo({ person: context.subject }),
    participant: [{ person: context.subject }, ...taking].map((who) => ({ member: context.refTo(who) })),
  }
}

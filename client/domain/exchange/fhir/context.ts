/** The context shared by the resources of one bundle: people, references, and the words that come in from outside. */
import type { Annotation, Reference } from 'fhir/r4'
import type { AnswerChoice } from '../../goals/answers.ts'
import type { ContactForm, GoalStatus, StepStatus, Topic } from '../../document/choices.ts'
import type { GoalText } from '../../goals/goals.ts'
import type { StepField } from '../../goals/steps.ts'
import type { Authors } from '../../document/own-words.ts'
import type { Hand } from '../../plan/hands.ts'
import { looksLike } from '../../plan/names.ts'
import { isSameWho, type Who, whoKey } from '../../plan/who.ts'
import type { CheckIn } from '../../wheel/check-ins.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { When } from '../../document/when.ts'
import { sha256 } from '#shared/protocol/hash.ts'

/** A resource that others in the bundle can refer to. */
export type Identified<Resource> = Resource & { id: string }

export type BundleOptions = Authors & {
  readonly plan: WorkspaceId
  /** ms since epoch */
  readonly savedAt: number
  /** The person whose plan it is: FHIR's patient. */
  readonly subject: PersonId
  readonly people: readonly { readonly person: PersonId; readonly name: string }[]
  /** Those who help as their work: FHIR's practitioners. */
  readonly workers: readonly Who[]
  readonly words: {
    topic(topic: Topic, ownTopic: string): string
    readonly talkAbout: string
    note(topic: string): string
    readonly texts: Readonly<Record<GoalText, string>>
    readonly answer: Readonly<Record<AnswerChoice, string>>
    /** "Written down by …", where the writer is not the speaker; `null` where they are. */
    by(hand: Hand): string | null
    /** Who filled in a wheel that is not the person's alone; `null`: they did. */
    filledInBy(wheel: Pick<CheckIn, 'who' | 'writers' | 'finishers'>): string | null
    /** The words for two concurrent values: their subject, and both. */
    choose(field: StepField | 'score', values: readonly string[]): string
    readonly status: Readonly<Record<GoalStatus, string>>
    readonly stepStatus: Readonly<Record<StepStatus, string>>
    readonly forms: Readonly<Record<ContactForm, string>>
    when(when: When): string
    /** The words in place of the name of the person whose plan it is. */
    readonly subject: string
  }
}

export type BundleContext = BundleOptions & {
  /** An id that is the same in every bundle of this plan, so that a system that reads two sees one thing; it reveals nothing. */
  idOf(kind: string, id: string): string
  isSubject(who: Who): boolean
  isWorker(who: Who): boolean
  /** Empty for a name that looks like the patient's: it was typed for them before they came. */
  nameOf(who: Who): string
  /** The patient without a name, everybody else with theirs. */
  refTo(who: Who): Reference
  /** The author of something, where known and a member of this plan. */
  authorOf(client: number | null): Who | null
  annotate(who: Who | null, text: string): Annotation
  /** The note about two concurrent values; empty where one value stands alone. */
  unsettled<Value>(
    field: Parameters<BundleOptions['words']['choose']>[0],
    values: readonly (Value | null)[],
    say: (value: Value) => string,
  ): readonly string[]
}

export const createContext = (options: BundleOptions): BundleContext => {
  const idOf = (kind: string, id: string): string => toUuid(`${options.plan}/${kind}/${id}`)
  const isSubject = (who: Who): boolean => isSameWho(who, { person: options.subject })
  const isWorker = (who: Who): boolean => options.workers.some((worker) => isSameWho(who, worker))
  const patients = options.people.filter(({ person, name }) => person === options.subject && name !== '')
  const nameOf = (who: Who): string => {
    if ('name' in who) return looksLike(who.name, patients) ? '' : who.name
    return options.people.find(({ person }) => person === who.person)?.name ?? ''
  }
  const refTo = (who: Who): Reference => {
    if (isSubject(who)) return { reference: toUrn(idOf('Patient', options.subject)) }
    const name = nameOf(who)
    const kind = isWorker(who) ? 'Practitioner' : 'RelatedPerson'
    return { reference: toUrn(idOf(kind, whoKey(who))), ...(name === '' ? {} : { display: name }) }
  }
  return {
    ...options,
    idOf,
    isSubject,
    isWorker,
    nameOf,
    refTo,
    authorOf(client) {
      const person = client === null ? null : options.personAt(client)
      return person === null ? null : { person }
    },
    unsettled: (field, values, say) =>
      values.length < 2
        ? []
        : [
            options.words.choose(
              field,
              values.map((value) => (value === null ? '–' : say(value))),
            ),
          ],
    annotate: (who, text) => ({ ...(who === null ? {} : { authorReference: refTo(who) }), text }),
  }
}

export const toUrn = (id: string): string => `urn:uuid:${id}`

/** A UUID of version 8 (RFC 9562 §5.8): 122 bits of a hash, so that one plan's parts can be told apart and not traced. */
const toUuid = (text: string): string => {
  const bytes = sha256(new TextEncoder().encode(text)).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** FHIR `dateTime`, in UTC. A hostile member's moment may lie outside FHIR's years. */
export const toDateTime = (ms: number): string => new Date(Math.min(ms, LAST_MS)).toISOString()
const LAST_MS = Date.UTC(9999, 11, 31)

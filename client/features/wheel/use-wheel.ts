/** All actions on one wheel. Every way of filling it in writes through here, so that they write the same. */
import { createContext, useContext, type Accessor } from 'solid-js'
import { type CheckIn, isBegun, type Score, scorersOf, setScore, setTalkAbout } from '#domain/wheel/check-ins.ts'
import type { Topic } from '#domain/document/choices.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { whoNow } from '#domain/plan/hands.ts'
import { isSameWho } from '#domain/plan/who.ts'
import { toTalkAbout } from '#wording/talk-about.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { createHeldEnd } from '#ui/held-end.ts'
import { nameOf, usePack, type PackState } from './use-pack.ts'

export type Wheel = {
  readonly checkIn: Accessor<CheckIn>
  /** The wheel in the document: the first act on an empty one begins it. */
  readonly begun: () => EntityId
  readonly pack: Accessor<PackState>
  readonly nameOf: (topic: Topic) => string
  /** "I want to talk about this", of this wheel. */
  readonly talkAbout: () => string
  /** The wheel is unfinished, or was until another finished it while this person types; and this person may write. */
  readonly filling: () => boolean
  /** Another has finished it, and this person is not done yet. */
  readonly isHeld: () => boolean
  /** Finishes it, unless another did. */
  readonly finish: (finish: () => void) => void
  readonly mayWrite: () => boolean
  /**
   * Whether this person may choose between conflicting scores; once it is finished, only its subject and those who gave one
   * of them.
   */
  readonly mayChoose: (topic: Topic) => boolean
  readonly score: (topic: Topic, score: Score | null) => void
  readonly talk: (topic: Topic, wanted: boolean) => void
}

export const WheelContext = createContext<Wheel>()

export const useWheel = (): Wheel => {
  const wheel = useContext(WheelContext)
  if (wheel === undefined) throw new Error('A part of the wheel stands outside WheelContext.')
  return wheel
}

export const createWheel = (
  checkIn: Accessor<CheckIn>,
  begin: () => EntityId,
  place: () => HTMLElement | undefined,
): Wheel => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const randomness = usePlatform()
  const pack = usePack(() => checkIn().pack)
  const mayWrite = () => plan.role() !== 'reader'
  const { isOver, goAlong } = createHeldEnd(() => checkIn().finished, place)
  const filling = () => mayWrite() && !isOver()
  const isHeld = () => filling() && checkIn().finished
  const begun = (): EntityId => (isBegun(checkIn()) ? checkIn().id : begin())
  return {
    checkIn,
    begun,
    pack,
    mayWrite,
    filling,
    isHeld,
    finish: (finish) => goAlong(isHeld() ? undefined : finish),
    mayChoose: (topic) =>
      filling() ||
      (mayWrite() &&
        (isSameWho(whoNow(checkIn().who, plan), { person: plan.me }) ||
          scorersOf(plan.doc, checkIn().id, topic).some((client) => plan.personAt(client) === plan.me))),
    talkAbout: () => toTalkAbout(copy(), [checkIn()], plan),
    nameOf: (topic) => nameOf(copy(), pack(), topic, checkIn().ownTopic),
    // What is finished keeps its scores; words may still be written to their end.
    score: (topic, score) => (isHeld() ? goAlong() : setScore(plan.doc, begun(), topic, score, randomness)),
    talk: (topic, wanted) => (isHeld() ? goAlong() : setTalkAbout(plan.doc, begun(), topic, wanted, randomness)),
  }
}

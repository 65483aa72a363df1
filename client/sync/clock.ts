/**
 * The relay's time on this device: its own clock, corrected by what the relay last said. All that people are shown or that is
 * compared with a moment of the relay goes by it, because a device's clock may be minutes or years off. Pure: knows no clock.
 */

/** What was heard. `offset`: ms that the relay's clock was ahead of this device's; `at`: the relay's time then, in ms since 1970. */
export type HeardTime = { readonly offset: number; readonly at: number }

/** A clock this far behind what was heard, in ms, was set. */
const SAME_MS = 2_000
const DAY_MS = 24 * 3_600_000
/** The last moment that a date can name, in ms (ECMA-262 §21.4.1.1). */
const LAST_MS = 8.64e15

const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= LAST_MS

/**
 * `relay`: a moment from outside; what is none changes nothing. It was said in the last `waited` ms before `device`, so the true
 * offset lies in a range of that width, and the nearest of that range to what was known is never further from the truth: a slow
 * network puts no clock wrong.
 */
export const hearTime = (before: HeardTime | null, relay: number, device: number, waited: number): HeardTime | null => {
  if (!isMoment(relay)) return before
  const least = relay - Math.round(device)
  const most = least + Math.ceil(Math.max(0, waited))
  return { offset: Math.min(Math.max(before?.offset ?? 0, least), most), at: relay }
}

/**
 * The relay's time when this device's clock says `device`, in ms since 1970. The relay's time does not run backwards, so a clock
 * that was put right since, which the offset would now spoil, is believed again.
 */
export const toRelayTime = (heard: HeardTime | null, device: number): number => {
  if (heard === null) return device
  const { offset, at } = heard
  const corrected = device + offset
  if (corrected < at - SAME_MS) return Math.max(device, at)
  return offset > DAY_MS && device >= at ? device : corrected
}

/** As it is stored: `null` for anything else. */
export const parseHeardTime = (text: string | null): HeardTime | null => {
  const [offset, at, ...more] = (text ?? '').split(' ').map(Number)
  return more.length === 0 && Number.isSafeInteger(offset) && isMoment(at) ? { offset: offset as number, at } : null
}

export const formatHeardTime = ({ offset, at }: HeardTime): string => `${offset} ${at}`

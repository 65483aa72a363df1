/** "I want to talk about this", spoken as who the reader is: "I" is the person of the wheel, and of nobody else's. */
import type { PlanCopy } from '#copy/languages.ts'
import type { Authors } from '#domain/document/own-words.ts'
import { whoNow } from '#domain/plan/hands.ts'
import { isSameWho, type Who } from '#domain/plan/who.ts'
import type { PersonId } from '#shared/protocol/ids.ts'

/** `whose`: the people of all wheels of which it is said. */
export const toTalkAbout = (
  copy: PlanCopy,
  whose: readonly { readonly who: Who }[],
  plan: Authors & { readonly me: PersonId },
): string =>
  whose.every(({ who }) => isSameWho(whoNow(who, plan), { person: plan.me }))
    ? copy.wheel.talkMine
    : copy.wheel.talkAbout

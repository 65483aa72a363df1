/** Once a connection has told the time, this person's things that a wrong clock dated ahead are dated anew. */
import { readConversations } from '#domain/conversations/conversations.ts'
import { mendMoments } from '#domain/document/moments.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { readCheckIns } from '#domain/wheel/check-ins.ts'
import { roleOf } from '#shared/chain/chain.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { Session } from '#sync/session/session.ts'

/** Call it on every change of the session: it acts once for each connection. */
export const mendOnline = (
  doc: PlanDoc,
  session: Pick<Session, 'state' | 'relayNow' | 'personAt'>,
  me: PersonId,
  editedAt: (client: number) => number | null,
): (() => void) => {
  let wasOnline = false
  return () => {
    const { connection, chain } = session.state()
    const isOnline = connection === 'online'
    const isNew = isOnline && !wasOnline
    wasOnline = isOnline
    if (!isNew || chain === null || chain.closed || !mayWrite(roleOf(chain, me))) return
    const times = { now: session.relayNow(), editedAt }
    const isMine = (client: number): boolean => session.personAt(client) === me
    mendMoments(doc, 'checkIn', readCheckIns(doc), times, isMine)
    mendMoments(doc, 'conversation', readConversations(doc), times, isMine)
  }
}

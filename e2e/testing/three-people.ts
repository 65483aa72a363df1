/** Three people at one relay, who have read what the first of them wrote. */
import { createCircleOfThree } from '#keys/testing/circle.ts'
import { createRelayRoom, type Here } from './relay-room.ts'
import { insert } from './room-test.ts'
import { createLog } from '#sync/testing/log.ts'

/** The root, two invitations with their joins, an epoch; then what the worker wrote. */
export const RECORDS = 6

export const isWhole = ({ session }: Here): boolean => session.state().connection === 'online' && !session.state().dirty
export const states = (...all: readonly Here[]) => all.map(({ session }) => session.state().connection)
export const stories = (...all: readonly Here[]) => all.map((each) => each.story())

export const gatherThree = async () => {
  const circle = await createCircleOfThree()
  const log = createLog(circle)
  log.catchUp()
  const room = createRelayRoom()
  const [worker, resident, neighbour] = await room.gather(circle, log.items, 'worker', 'resident', 'neighbour')
  insert(worker, 'good morning')
  await room.pass(3_000)
  /** These people, told that something is lost, choose to repair the relay. */
  const consent = async (...agreeing: readonly Here[]): Promise<void> => {
    for (const here of agreeing) {
      await here.session.repair()
      await room.until(() => here.session.state().connection === 'online')
    }
  }
  return { circle, log, room, worker, resident, neighbour, consent }
}

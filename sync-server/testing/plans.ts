/** Two plans with real content at a running relay, for tests of an administrator's commands. */
import { encodeAppFrame } from '#shared/protocol/app-frames.ts'
import { signedHello } from './app.ts'
import { createTestInvitation, createTestPerson, createTestWorkspace, type TestPerson, type TestWorkspace } from './people.ts' // prettier-ignore
import type { RelayPlace } from './relay-process.ts'
import { openSocket, type SocketApp } from './socket-app.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Plans = {
  readonly worker: TestPerson
  readonly resident: TestPerson
  /** Worker and resident, 45 items that contain `SECRET`, and one wrong code. */
  readonly plan: TestWorkspace
  /** The worker alone; closed, so only the hash of its entry remains. */
  readonly closed: TestWorkspace
}
export const SECRET = 'the words of this plan'
const ENTRIES = 40

/** Rejects when the relay does not admit them. */
export const comeIn = async (
  { port, origin }: Pick<RelayPlace, 'port' | 'origin'>,
  person: TestPerson,
  plan: TestWorkspace,
  root: Bytes | null = null,
): Promise<SocketApp> => {
  const app = openSocket(port, origin)
  app.send(await signedHello(await app.first('challenge'), person, plan.id, { origin, root }))
  await app.first('live')
  return app
}
/** Resolves when all items are on disk. */
export const append = async (app: SocketApp, ...items: readonly Bytes[]): Promise<void> => {
  const committed = (): number => app.frames.filter(({ type }) => type === 'committed').length
  const wanted = committed() + items.length
  for (const item of items) app.send(encodeAppFrame({ type: 'append', item }))
  await app.until(() => committed() >= wanted)
}

export const makePlans = async (place: Pick<RelayPlace, 'port' | 'origin'>): Promise<Plans> => {
  const [worker, resident] = await Promise.all([createTestPerson(), createTestPerson()])
  const [link, guessed] = await Promise.all([createTestInvitation(), createTestInvitation()])
  const [plan, closed] = await Promise.all([createTestWorkspace(worker), createTestWorkspace(worker)])
  const app = await comeIn(place, worker, plan, plan.root)
  const words = Array.from({ length: ENTRIES }, (_, index) => `${SECRET} ${index} ${'.'.repeat(index * 50)}`)
  await append(
    app,
    await plan.invite(worker, link),
    await plan.invite(worker, guessed),
    await plan.join(link, resident),
  )
  await append(app, await plan.epoch(worker), ...words.map((text) => plan.entry(worker, text)))
  const stranger = openSocket(place.port, place.origin)
  const { origin } = place
  stranger.send(await signedHello(await stranger.first('challenge'), guessed, plan.id, { origin, signer: worker }))
  await stranger.closed
  const other = await comeIn(place, worker, closed, closed.root)
  await append(other, closed.entry(worker, SECRET), await closed.close(worker))
  for (const { socket } of [app, other]) socket.close()
  return { worker, resident, plan, closed }
}

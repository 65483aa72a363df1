/** Keys that come late, or open for nobody: what sessions on a real relay make of them. */
import { describe, expect } from 'vitest'
import { currentEpoch } from '#shared/chain/chain.ts'
import { type Circle, createChance, holderOf } from '#keys/testing/circle.ts'
import { makeEpoch, makeRole } from '#keys/make-records.ts'
import { insert, test } from '#e2e/testing/room-test.ts'

describe('keys', () => {
  const GARBAGE = createChance('garbage')
  /** Boxes that are valid to everybody and open for nobody, as the chain's next record. */
  const makeRubbishEpoch = (circle: Circle, chain = circle.chain()): Promise<Uint8Array<ArrayBuffer>> =>
    circle.forge({
      by: 'neighbour',
      fields: { number: chain.number + 1, previous: chain.hash },
      body: {
        kind: 'epoch',
        endedPersons: [],
        endedInvitations: [],
        commitment: GARBAGE(32),
        personBoxes: [...chain.members.keys()].map((person) => ({ person, box: GARBAGE(113) })),
        invitationBoxes: [],
        sealedPrevious: GARBAGE(60),
      },
    })

  test('a newcomer without the records reads again what was written before their keys came', async ({
    circle,
    log,
    room,
    gather,
  }) => {
    const writer = await log.openDoc('worker')
    await circle.invite('worker', 'for friend', { role: 'reader' })
    await log.write(writer, (story) => story.insert(0, 'before '))
    await circle.join('friend', 'for friend')
    await circle.renew('worker')
    await log.write(writer, (story) => story.insert(7, 'after '))
    const [friend] = await gather('friend')
    await room.pass(1_000)
    for (const words of ['good morning', 'before ', 'after ']) expect(friend.story()).toContain(words)
    expect(friend.session.state()).toMatchObject({ connection: 'online', dirty: false })
    expect(friend.alarms).toEqual([])
  })

  test('an epoch that nobody can open is replaced by a device that may, and waiting edits leave', async ({
    circle,
    room,
    gather,
  }) => {
    const [worker, resident, neighbour] = await gather('worker', 'resident', 'neighbour')
    const rubbish = await makeRubbishEpoch(circle)
    const done = neighbour.session.append(async () => rubbish)
    await room.settle()
    expect(await done).toBe('done')
    const { number } = currentEpoch(worker.session.state().chain!)
    insert(resident, ', all')
    await room.pass(100)
    expect(worker.story()).toBe('good morning')
    expect(currentEpoch(worker.session.state().chain!).number).toBe(number)
    await room.pass(4_000) // the owner's device waits for nobody
    expect(currentEpoch(worker.session.state().chain!).number).toBe(number + 1)
    for (const each of [worker, resident, neighbour]) {
      expect(each.story()).toBe('good morning, all')
      expect(each.session.state()).toMatchObject({ connection: 'online', dirty: false })
      expect(each.alarms).toMatchObject([{ kind: 'bad-key', author: (await holderOf('neighbour')).id, epoch: number }])
    }
    // The new epoch is chained to the newest that could be opened, so a device that reads everything anew still can.
    const anew = await room.open(circle, 'resident')
    await room.pass(1_000)
    expect(anew.story()).toBe('good morning, all')
  })

  test.for([
    ['an owner', ['worker', 'resident', 'neighbour']],
    ['editors alone', ['resident', 'neighbour']],
  ] as const)(
    '[R2] a bad key every three seconds does not stop the others: with %s they share on, and it is refused in time',
    async ([, names], { circle, log, room, gather }) => {
      const here = await gather(...names)
      const resident = here[names.indexOf('resident' as never)]!
      const neighbour = here.at(-1)!
      const outcomes: unknown[] = []
      for (let round = 0; round < 14; round++) {
        insert(resident, `${round} `)
        const done = neighbour.session.append((chain) => makeRubbishEpoch(circle, chain), 'newest')
        await room.pass(3_000)
        outcomes.push(await done)
        // Healing takes five seconds at most, whatever comes meanwhile.
        if (round === 6) expect((await room.countEntries(log.workspace)) > 1).toBe(true)
      }
      expect(outcomes.slice(0, 10)).not.toContain('rate')
      expect(outcomes.at(-1)).toBe('rate')
      await room.pass(10_000)
      for (const each of here) {
        expect(each.story()).toContain('13 ')
        expect(each.session.state().dirty).toBe(false)
      }
    },
  )

  test('under a key that does not open, an owner lowers a role, and removes who made it', async ({
    circle,
    room,
    gather,
  }) => {
    const [worker, resident, neighbour] = await gather('worker', 'resident', 'neighbour')
    const owner = await holderOf('worker')
    const { id } = await holderOf('neighbour')
    const before = currentEpoch(circle.chain()).number
    void neighbour.session.append((chain) => makeRubbishEpoch(circle, chain))
    await room.settle()
    expect(currentEpoch(worker.session.state().chain!).number).toBe(before + 1)
    const invited = worker.session.append(async () => null)
    const lowered = worker.session.append((chain) => makeRole(chain, owner, id, 'reader'), 'none')
    const removed = worker.session.append(
      (chain, secret) =>
        makeEpoch(chain, owner, secret, { endedPersons: [id], endedInvitations: [] }, createChance('anew')),
      'newest',
    )
    await room.settle()
    expect([await invited, await lowered, await removed]).toEqual(['not-allowed', 'done', 'done'])
    insert(resident, ', all')
    await room.pass(3_000)
    expect(worker.story()).toBe('good morning, all')
  })

  test('an epoch that nobody can open is replaced by a device that is reopened under it', async ({
    circle,
    room,
    gather,
  }) => {
    const [worker, neighbour] = await gather('worker', 'neighbour')
    const rubbish = await makeRubbishEpoch(circle)
    await room.during(neighbour.session.append(async () => rubbish))
    const { number } = currentEpoch(worker.session.state().chain!)
    await neighbour.leave()
    const again = await room.open(circle, 'worker', await worker.leave())
    insert(again, ', all')
    await room.pass(12_000)
    expect(currentEpoch(again.session.state().chain!).number).toBe(number + 1)
    expect(again.session.state()).toMatchObject({ connection: 'online', dirty: false })
  })
})

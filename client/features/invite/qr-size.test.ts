/** The QR code of an invitation stays one that an old phone scans across a table, whatever stands in its greeting. */
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { type Greeting, sealGreeting } from '#keys/greeting.ts'
import { toInvitationUrl } from '#keys/invitation-link.ts'
import { secretOf } from '#keys/testing/circle.ts'
import { workspaceId } from '#testing/fake-plan.ts'

/** A longer address than most: 36 characters. */
const APP = 'https://weef.welzijn-amsterdam.nl/app/'
const versionOf = async (greeting: Greeting): Promise<number> => {
  const link = { workspace: workspaceId(7), secret: secretOf('link'), needsCode: true }
  const sealed = await sealGreeting(link, greeting, new Uint8Array(12))
  return encode(toInvitationUrl(APP, { ...link, greeting: sealed }), { ecc: 'M' }).version
}

test('names as people have them: 53 blocks across', async () => {
  const usual = { inviter: 'Wanda', organisation: 'Buurtteam Oost', whose: { name: 'of', person: 'Sam' } } as const
  expect(await versionOf(usual)).toBe(9)
})

test('the longest that there can be: 69 blocks across, 4 pixels each on the narrowest screen', async () => {
  const long = 'ضياء'.repeat(20)
  expect(await versionOf({ inviter: long, organisation: long, whose: { name: 'of', person: long } })).toBe(13)
})

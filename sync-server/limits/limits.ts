/**
 * Limits per person, address, workspace and relay (S8): each limit as data, read from the environment and passed down as
 * one value. Limits without a variable are in fixed-limits.ts.
 */
import { MAX_CIRCLE, MAX_ITEM_BYTES, MAX_LOG_BYTES } from '#shared/protocol/limits.ts'

export type Limit = {
  readonly variable: string
  readonly unit: string
  readonly fallback: number
  /** The range of allowed settings, both ends included. */
  readonly least: number
  readonly most: number
  readonly reason: string
}
const KIB = 1024
const MIB = 1024 * KIB
const limit = (
  variable: string,
  unit: string,
  fallback: number,
  [least, most]: readonly [number, number],
  reason: string,
): Limit => ({ variable, unit, fallback, least, most, reason })

/** Rates are averages over this many seconds: what accumulated while somebody was offline may arrive at once. */
export const BURST_SECONDS = 10

export const LIMITS = {
  itemBytes: limit(
    'MAX_ITEM_BYTES',
    'bytes',
    MAX_ITEM_BYTES,
    [256 * KIB, MAX_ITEM_BYTES],
    'one item: a document of 2 MB fits twice; apps are told, and send longer text in parts; a new key for 1,000 people needs 130 kB',
  ),
  logBytes: limit(
    'MAX_WORKSPACE_BYTES',
    'bytes',
    MAX_LOG_BYTES,
    [16 * MIB, MAX_LOG_BYTES],
    'one log: ten times five years of daily writing; apps are told, warn at 80 % and go on in a new plan; records may pass it by 4 MiB',
  ),
  logItems: limit(
    'MAX_WORKSPACE_ITEMS',
    'items',
    1_200_000,
    [10_000, 16_000_000],
    'one log: of the smallest items (180 bytes) so many pass 80 % of the bytes, so the app has warned; a place in the database ends at 16.7 million',
  ),
  openInvitations: limit(
    'MAX_OPEN_INVITATIONS',
    'invitations',
    50,
    [1, MAX_CIRCLE],
    'of one workspace, unanswered and not expired: a whole evening of neighbours; each is a key that nobody holds yet',
  ),
  invitations: limit(
    'MAX_INVITATIONS',
    'invitations',
    5_000,
    [MAX_CIRCLE, 100_000],
    'of one workspace in all its years, used and ended ones too: a circle of 1,000 people five times anew; everybody reads all of them',
  ),
  changes: limit(
    'MAX_CHANGES',
    'records',
    5_000,
    [1_000, 100_000],
    'of one workspace in all its years, that nothing called for: higher roles, and new keys without a join or an end before them; joins, removals, lower roles, the keys after them and the close always have room',
  ),
  personEpochs: limit(
    'MAX_EPOCHS_PER_PERSON_PER_HOUR',
    'epochs per hour',
    10,
    [2, 1_000],
    'that nothing called for, of one person who is no owner: a device heals a key that does not open once or twice; everybody has to take each',
  ),
  personSockets: limit(
    'MAX_SOCKETS_PER_PERSON',
    'sockets',
    200,
    [10, 1_000_000],
    'of one person or invitation: a plan open takes one on each device, and the others of 60 plans are visited one by one; what a phone left behind goes after 30 s',
  ),
  addressSockets: limit(
    'MAX_SOCKETS_PER_ADDRESS',
    'sockets',
    3_000,
    [10, 1_000_000],
    'of one IPv4 address or IPv6 /64: an office of 500, or 1,000 phones behind one address of a carrier, three plans each',
  ),
  sockets: limit(
    'MAX_SOCKETS',
    'sockets',
    10_000,
    [10, 1_000_000],
    'of this process: about 30 kB each, so 300 MB; a town of 100,000 with one in ten at it at once',
  ),
  strangerSockets: limit(
    'MAX_WAITING_SOCKETS',
    'sockets',
    1_000,
    [10, 1_000_000],
    'that have said no hello yet: more is an attack, or everybody after a restart, and they come back in waves',
  ),
  addressStrangers: limit(
    'MAX_WAITING_SOCKETS_PER_ADDRESS',
    'sockets',
    250,
    [10, 1_000_000],
    'of one address that have said no hello yet: a quarter of all that may wait, so that no one place shuts out the others',
  ),
  addressOpenings: limit(
    'MAX_NEW_SOCKETS_PER_ADDRESS',
    'sockets per second',
    100,
    [1, 1_000_000],
    'from one address: each costs a handshake and a signature, together a tenth of a core; 3,000 that lost their relay are back in 20 s',
  ),
  newWorkspaces: limit(
    'MAX_NEW_WORKSPACES_PER_HOUR',
    'workspaces',
    500,
    [1, 1_000_000],
    'from one address in an hour: a whole office begins on the same morning; 500 roots are 250 kB',
  ),
  personAppends: limit(
    'MAX_APPENDS_PER_PERSON',
    'items per second',
    100,
    [10, 1_000_000],
    'typing is seven a second; 60 plans after a month offline are some hundred at once, which is below ten seconds of this',
  ),
  personBytes: limit(
    'MAX_BYTES_PER_PERSON',
    'bytes per second',
    MIB,
    [512 * KIB, 1024 * MIB],
    'ten seconds of it hold the largest item twice; after a month offline a plan brings tens of kilobytes',
  ),
  workspaceAppends: limit(
    'MAX_APPENDS_PER_WORKSPACE',
    'items per second',
    500,
    [10, 1_000_000],
    'seventy people who type in one plan at once; everybody in it has to open each of them',
  ),
  presence: limit(
    'MAX_PRESENCE_PER_SECOND',
    'messages per second',
    10,
    [4, 1_000],
    'of one connection: an app sends three; what is more is dropped, and the next one says the same',
  ),
  personFrames: limit(
    'MAX_FRAMES_PER_PERSON',
    'frames per second',
    1_000,
    [100, 1_000_000],
    'whatever they say; with more a connection ends (4503): an app sends some ten, and to answer a flood would keep the relay from everybody else',
  ),
  waitingBytes: limit(
    'MAX_WAITING_BYTES',
    'bytes',
    16 * MIB,
    [8 * MIB, 1024 * MIB],
    "one connection's appends that wait for their commit: some of the largest items",
  ),
  allWaitingBytes: limit(
    'MAX_ALL_WAITING_BYTES',
    'bytes',
    256 * MIB,
    [64 * MIB, 64 * 1024 * MIB],
    'what waits for its commit of everybody together: when a database stands still, memory would end before anybody gives up',
  ),
  unsentBytes: limit(
    'MAX_UNSENT_BYTES',
    'bytes',
    MIB,
    [256 * KIB, 8 * MIB],
    'on the way to one connection, then it reads on by itself later (S4): four pages, a second of a slow mobile network',
  ),
  heldBytes: limit(
    'MAX_HELD_BYTES',
    'bytes',
    32 * MIB,
    [16 * MIB, 1024 * MIB],
    'on the way to one connection, then it ends (4501): the largest page and commit that may be under way, twice',
  ),
  lag: limit(
    'MAX_LAG_MS',
    'ms',
    500,
    [20, 60_000],
    'late on average, then nobody new is let in until it is half of that: people see others type half a second later',
  ),
  freeBytes: limit(
    'MIN_FREE_DISK_BYTES',
    'bytes',
    256 * MIB,
    [0, 1024 * 1024 * MIB],
    'free on the disk of DATA_DIR; with less the relay only reads, so that backups, logs and removing somebody still have room; 0: never',
  ),
} satisfies Readonly<Record<string, Limit>>

export type LimitName = keyof typeof LIMITS
export type RelayLimits = { readonly [Name in LimitName]: number }
const NAMES = Object.keys(LIMITS) as LimitName[]
const valuesBy = (read: (limit: Limit) => number): RelayLimits =>
  Object.fromEntries(NAMES.map((name) => [name, read(LIMITS[name])])) as RelayLimits

export const DEFAULT_LIMITS: RelayLimits = valuesBy(({ fallback }) => fallback)

export type LimitsResult =
  | { readonly ok: true; readonly limits: RelayLimits }
  | { readonly ok: false; readonly sentence: string }

/** An empty variable counts as unset. */
export const readLimits = (env: Readonly<Record<string, string | undefined>>): LimitsResult => {
  const given = ({ variable, fallback }: Limit): number => (env[variable] ? Number(env[variable]) : fallback)
  const isWrong = (one: Limit): boolean => {
    const value = given(one)
    return value !== one.fallback && !(Number.isInteger(value) && value >= one.least && value <= one.most)
  }
  const wrong = Object.values<Limit>(LIMITS).find(isWrong)
  if (wrong === undefined) return { ok: true, limits: valuesBy(given) }
  const { variable, unit, least, most } = wrong
  const sentence = `${variable} is "${env[variable]}": give a whole number from ${least} to ${most} (${unit}).`
  return { ok: false, sentence }
}

/**
 * Shares of a limit on one workspace's invitations and changes: of one who is no owner, of all of those together, and of one
 * owner. What is left is there for owners, so that nobody uses up what all need.
 */
export const MEMBER_SHARE = 1 / 10
export const MEMBERS_SHARE = 1 / 2
export const OWNER_SHARE = 9 / 10
/** Shares of a log's bytes: of the entries of one who is no owner, and what all of those together may fill it to. */
export const PERSON_BYTES = 1 / 2
export const MEMBERS_BYTES = 9 / 10

/** In bytes: one item of the largest size, and what a frame adds around it. */
export const MAX_MESSAGE_BYTES = MAX_ITEM_BYTES + 64 * KIB
/** Every socket is pinged this often, in ms: below the 60 s after which most proxies cut an idle connection. */
export const KEEPALIVE_MS = 15_000
/** Application pings of one connection per second: an app sends one every twelve seconds. */
export const MAX_PINGS_PER_SECOND = 2

/** The path of each screen, for links and for the router. */
import type { EntityId } from '#domain/document/entity-id.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'

/** The paths as the router takes them. */
export const paths = {
  home: '/',
  start: '/start',
  open: '/open',
  today: '/today',
  about: '/about',
  me: '/me',
  /** My key card itself, among what is mine. */
  myCard: '/me?part=card',
  /** How to have the app at hand, among what is mine. */
  install: '/me?part=install',
  /** Without the card: an address with one is replaced before anything reads it (app/browser/incoming-card.ts). */
  card: '/card',
  putBack: '/put-back',
  join: (token: string) => `/join/${token}`,
  import: '/import',
  plan: (id: WorkspaceId) => `/plan/${id}`,
  story: (id: WorkspaceId) => `/plan/${id}/story`,
  wheel: (id: WorkspaceId) => `/plan/${id}/wheel`,
  goals: (id: WorkspaceId) => `/plan/${id}/goals`,
  goal: (id: WorkspaceId, goal: EntityId) => `/plan/${id}/goals/${goal}`,
  conversations: (id: WorkspaceId) => `/plan/${id}/conversations`,
  conversation: (id: WorkspaceId, conversation: EntityId) => `/plan/${id}/conversations/${conversation}`,
  contact: (id: WorkspaceId) => `/plan/${id}/contact`,
  people: (id: WorkspaceId) => `/plan/${id}/people`,
  invite: (id: WorkspaceId) => `/plan/${id}/invite`,
  changes: (id: WorkspaceId) => `/plan/${id}/changes`,
  /** What was taken away from this item of the log on: opened there, and marked. */
  taken: (id: WorkspaceId, from: number) => `/plan/${id}/changes?taken=${from}&place=taken`,
  manage: (id: WorkspaceId) => `/plan/${id}/manage`,
  takeOut: (id: WorkspaceId) => `/plan/${id}/manage?place=take-out`,
  leave: (id: WorkspaceId) => `/plan/${id}/manage?place=leave`,
} as const

/** The screen of a plan that stands at a path, such as `/goals`; undo remembers it (client/domain/undo). */
export const screenOf = (id: WorkspaceId, path: string): string => path.slice(paths.plan(id).length).replace(/\/$/, '')
export const pathOfScreen = (id: WorkspaceId, screen: string): string => `${paths.plan(id)}${screen}`

/** A path as a link takes it: everything is in the fragment, which no server sees. */
export const toHref = (path: string): string => `#${path}`

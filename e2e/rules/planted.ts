/** One violation per lint rule of ours, with the reason a person gets to read; and what each layer may do. */

export type Planted = { readonly file: string; readonly code: string; readonly reason: string }

const BLIND = 'The relay is blind'
const FEATURE = 'stands on domain, reactive, ports, editor, ui, wording and copy'
const WIRES = 'Talk to domain/ and reactive/, not to the wires.'
const TIME = 'Time comes in as an argument'
const CHANCE = 'Chance comes in as an argument'

const imports = (file: string, from: string, reason: string): Planted => ({
  file,
  code: `import { x } from '${from}'\nexport const plant = x`,
  reason,
})

export const PLANTED: readonly Planted[] = [
  imports('shared/plant.ts', 'yjs', 'Shared is what app and relay agree on'),
  imports('shared/protocol/plant.ts', 'node:fs', 'Shared is what app and relay agree on'),
  imports('shared/protocol/plant.ts', '../../client/keys/seal.ts', 'Shared is what app and relay agree on'),
  imports('shared/plant.ts', '#relay/workspace.ts', 'Shared is what app and relay agree on'),

  imports('sync-server/plant.ts', 'yjs', BLIND),
  imports('sync-server/storage/plant.ts', 'y-protocols/sync', BLIND),
  imports('sync-server/plant.ts', '#keys/seal.ts', 'The relay stands on shared'),
  imports('sync-server/plant.ts', '../client/keys/seal.ts', 'The relay stands on shared'),
  imports('sync-server/workspace/workspace.ts', 'ws', 'Relay, workspace and limits are pure'),
  imports('sync-server/workspace/plant.ts', 'node:fs', 'Relay, workspace and limits are pure'),
  imports('sync-server/relay/plant.ts', 'pino', 'Relay, workspace and limits are pure'),
  imports('sync-server/limits/plant.ts', 'node:os', 'Relay, workspace and limits are pure'),

  imports('client/domain/plant.ts', 'solid-js', 'The domain is pure functions'),
  imports('client/domain/plant.ts', '#sync/provider.ts', 'The domain is pure functions'),
  imports('client/domain/plant.ts', '../keys/seal.ts', 'The domain is pure functions'),

  imports('client/reactive/plant.ts', '#ui/button.tsx', 'Reactive is the one bridge'),
  imports('client/reactive/plant.ts', '#sync/provider.ts', 'Reactive code knows wires and keys by their types only'),
  imports('client/ports/plant.ts', '#domain/plan/plan.ts', 'Ports are types only'),
  imports('client/ports/plant.ts', '#ui/button.tsx', 'A port says what screens are given'),
  imports('client/wording/plant.ts', '#sync/provider.ts', 'Wording turns values into words'),
  imports('client/wording/plant.ts', 'solid-js', 'Wording is pure'),
  imports('client/wording/plant.ts', '#copy/nl.ts', 'Wording is pure'),
  imports('client/device/plant.ts', '#features/home/home.tsx', 'The device brings plans to life for any screen'),
  imports('client/device/plant.ts', '../reactive/paths.ts', 'The device stands on domain, keys, storage and sync'),
  imports('client/device/plant.ts', '@tiptap/core', 'The device stands on domain, keys, storage and sync'),
  imports('client/ui/plant.tsx', '#domain/plan.ts', 'A part of the screen knows no domain words'),
  imports('client/ui/plant.tsx', '#copy/nl.ts', 'A part of the screen knows no domain words'),
  imports('client/copy/plant.ts', '#domain/plan.ts', 'Copy is words'),
  imports('client/copy/plant.ts', 'solid-js', 'Copy is words'),
  imports('client/packs/plant.ts', '#domain/check-ins.ts', 'A pack is data with a schema'),
  imports('client/packs/plant.ts', '../ui/wheel.tsx', 'A pack is data with a schema'),
  imports('client/away/plant.ts', '#copy/nl.ts', 'The page on the way out stands by itself'),
  imports('client/keys/plant.ts', 'yjs', 'Keys are bytes in, bytes out'),
  imports('client/keys/plant.ts', '../sync/provider.ts', 'Keys are bytes in, bytes out'),
  imports('client/sync/plant.ts', 'solid-js', 'Sync and storage run without a screen'),
  imports('client/storage/plant.ts', 'solid-js/store', 'Sync and storage run without a screen'),
  imports('client/sync/plant.ts', '#domain/plan.ts', 'Sync and storage move sealed bytes'),
  imports('client/sync/session/machine/plant.ts', 'yjs', 'The machine is pure'),
  imports('client/sync/session/machine/plant.ts', '../run-network.ts', 'The machine is pure'),
  imports('client/editor/plant.ts', '#keys/seal.ts', 'The editor is Tiptap over Yjs'),
  imports('client/editor/plant.ts', 'y-websocket', 'The editor is Tiptap over Yjs'),

  imports('client/features/home/plant.tsx', '#features/story/story.tsx', 'A feature never imports another feature'),
  imports('client/features/home/plant.tsx', '../story/story.tsx', 'A feature never imports another feature'),
  imports('client/features/home/plant.tsx', 'yjs', WIRES),
  imports('client/features/home/plant.tsx', '#keys/seal.ts', WIRES),
  imports('client/features/home/plant.tsx', '#sync/provider.ts', WIRES),
  imports('client/features/home/plant.tsx', '#storage/local.ts', WIRES),
  imports('client/features/home/plant.tsx', '#shared/chain/chain.ts', FEATURE),
  imports('client/features/home/plant.tsx', '#app/routes.tsx', FEATURE),
  imports('client/features/home/plant.tsx', '@tiptap/core', FEATURE),
  imports('client/features/home/plant.tsx', '../../keys/seal.ts', FEATURE),

  imports('e2e/journeys/plant.ts', '#copy/nl.ts', 'A journey sees what a person sees'),
  imports('e2e/journeys/plant.ts', '../../client/copy/nl.ts', 'A journey sees what a person sees'),
  imports('e2e/support/plant.ts', '#relay/relay.ts', 'A journey sees what a person sees'),
  imports('e2e/simulation/plant.ts', '#ui/button.tsx', 'The simulation runs people without screens'),
  imports('e2e/faults/plant.ts', '#ui/button.tsx', 'and so do the faults'),

  { file: 'client/domain/plant.ts', code: 'export const at = () => Date.now()', reason: TIME },
  { file: 'client/sync/plant.ts', code: 'export const at = () => performance.now()', reason: TIME },
  { file: 'client/domain/plant.ts', code: 'export const dice = () => Math.random()', reason: CHANCE },
  { file: 'client/domain/plant.ts', code: 'export const id = () => crypto.randomUUID()', reason: CHANCE },
  {
    file: 'sync-server/workspace/plant.ts',
    code: 'export const bytes = () => globalThis.crypto.getRandomValues(new Uint8Array(16))',
    reason: CHANCE,
  },

  { file: 'client/ui/plant.ts', code: 'const plant = 1\nexport default plant', reason: 'no-default-export' },
  { file: 'client/ui/plant.ts', code: "console.log('a plan')", reason: 'no-console' },
  { file: 'client/ui/Plant-plant.ts', code: 'export const plant = 1', reason: 'filename-case' },
  { file: 'client/ui/plant.ts', code: `export const plant = [\n${'  1,\n'.repeat(250)}]`, reason: 'max-lines' },
]

export const LAWFUL: readonly { readonly file: string; readonly code: string }[] = [
  { file: 'shared/lawful.ts', code: "import 'lib0/encoding'\nimport '#shared/protocol/ids.ts'" },
  { file: 'sync-server/lawful.ts', code: "import 'node:http'\nimport 'ws'\nimport '#shared/protocol/ids.ts'" },
  { file: 'client/domain/lawful.ts', code: "import 'yjs'\nimport '#shared/protocol/ids.ts'\nimport './plan.ts'" },
  {
    file: 'client/reactive/lawful.ts',
    code: "import type { P } from '#sync/p.ts'\nimport 'solid-js'\nexport type Q = P",
  },
  {
    file: 'client/ports/lawful.ts',
    code: "import type { P } from '#domain/p.ts'\nimport type { R } from '#sync/r.ts'\nexport type Q = P | R",
  },
  { file: 'client/wording/lawful.ts', code: "import '#domain/document/days.ts'\nimport './names.ts'" },
  {
    file: 'client/device/lawful.ts',
    code: "import 'yjs'\nimport '#sync/session/session.ts'\nimport '#keys/secret.ts'",
  },
  { file: 'client/ui/lawful.tsx', code: "import 'solid-js'\nimport './button.css'" },
  { file: 'client/copy/lawful.ts', code: "import type { P } from '#domain/p.ts'\nexport type Q = P" },
  {
    file: 'client/packs/lawful.ts',
    code: "import type { D } from '#domain/d.ts'\nimport 'valibot'\nexport type Q = D",
  },
  { file: 'client/keys/lawful.ts', code: "import 'hpke'\nimport '@noble/curves/nist.js'" },
  { file: 'client/sync/lawful.ts', code: "import 'y-websocket'\nimport '#keys/seal.ts'" },
  { file: 'client/editor/lawful.ts', code: "import '@tiptap/core'\nimport 'yjs'\nimport '#ui/button.tsx'" },
  {
    file: 'client/features/home/lawful.tsx',
    code: "import '#domain/plan/plan.ts'\nimport '#shared/protocol/ids.ts'\nimport 'uqr'",
  },
  { file: 'client/features/home/parts/lawful.tsx', code: "import '../home.tsx'" },
  { file: 'client/app/lawful.tsx', code: "import '#features/home/home.tsx'\nimport '#keys/seal.ts'" },
  { file: 'e2e/journeys/lawful.ts', code: "import '#shared/protocol/ids.ts'" },
  { file: 'e2e/support/lawful.ts', code: "import '#relay/testing/postgres.ts'" },
]

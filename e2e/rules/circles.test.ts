/** No file and no folder may need, by whatever way round, what needs it: each part can be read after what it stands on. */
import { dirname } from 'node:path/posix'
import { expect, test } from 'vitest'
import { findCircles } from './circles.ts'
import { readImports } from './imports.ts'
import { isProof, readAliases, readSources, type Sources } from './sources.ts'

const circlesIn = (
  sources: Sources,
  aliases = readAliases(),
): { files: readonly string[]; folders: readonly string[] } => {
  const imports = readImports(sources, aliases).filter(({ from }) => !isProof(from))
  return { files: findCircles(imports, (file) => file), folders: findCircles(imports, dirname) }
}

test('no circle of files and no circle of folders', () => {
  const sources = readSources()
  expect(sources.size).toBeGreaterThan(500)
  const { files, folders } = circlesIn(sources)
  expect([...files, ...folders].join('\n\n')).toBe('')
})

const planted = (files: Readonly<Record<string, string>>) => circlesIn(new Map(Object.entries(files)))

test('a circle of files is found through whatever imports there are, types included', () => {
  const { files, folders } = planted({
    'client/ui/a.ts': "import type { B } from './b.ts'",
    'client/ui/b.ts': "export { c } from './c.ts'",
    'client/ui/c.ts': "export * from '#ui/d.tsx'",
    'client/ui/d.tsx': "\nexport const later = () => import('./a.ts')",
    'client/ui/e.ts': "import './a.ts'", // leads into it, and is none of it
  })
  expect(files).toEqual([
    `client/ui/a.ts ↔ client/ui/b.ts ↔ client/ui/c.ts ↔ client/ui/d.tsx
  client/ui/a.ts:1 imports client/ui/b.ts
  client/ui/b.ts:1 imports client/ui/c.ts
  client/ui/c.ts:1 imports client/ui/d.tsx
  client/ui/d.tsx:2 imports client/ui/a.ts`,
  ])
  expect(folders).toEqual([])
})

test('a circle of folders is found where no file is in one; a folder and the one around it are two', () => {
  const { files, folders } = planted({
    'shared/protocol/a.ts': "import '../chain/b.ts'",
    'shared/chain/b.ts': '',
    'shared/chain/c.ts': "import '#shared/protocol/d.ts'",
    'shared/protocol/d.ts': '',
    'e2e/support/e.ts': "import './sweep/f.ts'",
    'e2e/support/sweep/g.ts': "import '../h.ts'",
    'e2e/support/sweep/f.ts': '',
    'e2e/support/h.ts': '',
  })
  expect(files).toEqual([])
  expect(folders.map((circle) => circle.split('\n')[0])).toEqual([
    'shared/chain ↔ shared/protocol',
    'e2e/support ↔ e2e/support/sweep',
  ])
})

test('tests, contracts and testing/ may look anywhere; two circles are two', () => {
  const { files, folders } = planted({
    'shared/a.ts': "import './chain/b.ts'",
    'shared/chain/b.test.ts': "import '../a.ts'",
    'shared/chain/b.contract.ts': "import '../a.ts'",
    'shared/chain/testing/c.ts': "import '../../a.ts'",
    'shared/chain/b.ts': "import './testing/c.ts'",
    'e2e/x.ts': "import './y.ts'",
    'e2e/y.ts': "import './x.ts'",
    'client/x.ts': "import './y.ts'",
    'client/y.ts': "import './x.ts'",
  })
  expect(files).toHaveLength(2)
  expect(folders).toEqual([])
})

/**
 * A file of a few lines, read before the app's own: it fetches the reader's words, and what the screen in the address needs, side by
 * side with the first file, which could ask for them only once it runs. Over a slow line that is half a second. Knows nothing of
 * the app but which file begins which screen.
 */
import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'

/** `address`: of a screen, from `#` on, as a pattern. `modules`: paths in client/ of what such a screen begins with. */
export type Ahead = { readonly address: string; readonly modules: readonly string[] }

/** Words that come in a file of their own, and where a reader's choice of language is stored. */
export type WordsAhead = {
  readonly setting: string
  /** The module with the first words of each language; `null`: in the first file. */
  readonly languages: Readonly<Record<string, string | null>>
}

type Bundle = Rolldown.OutputBundle
const chunksOf = (bundle: Bundle): readonly Rolldown.OutputChunk[] =>
  Object.values(bundle).filter((output) => output.type === 'chunk')

/** The files of a module and of all that it imports, without those of the entry, which are on their way. */
const filesOf = (bundle: Bundle, module: string): readonly string[] => {
  const chunks = chunksOf(bundle)
  const begin = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/client/${module}`)))
  if (begin === undefined) throw new Error(`No file of the app has ${module}.`)
  const found = new Set<string>()
  const visit = (name: string): void => {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    if (chunk === undefined || chunk.isEntry || found.has(name)) return
    found.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
    for (const next of chunk.imports) visit(next)
  }
  visit(begin.fileName)
  return [...found]
}

/** What fails here is fetched again, and reported, when the screen needs it. */
const write = (bundle: Bundle, screens: readonly Ahead[], { setting, languages }: WordsAhead): string => {
  const files = screens.map(({ address, modules }) => [
    address,
    [...new Set(modules.flatMap((module) => filesOf(bundle, module)))].map((file) => `/${file}`),
  ])
  const words = Object.entries(languages).map(([language, module]) => [
    language,
    module === null ? [] : filesOf(bundle, module).map((file) => `/${file}`),
  ])
  return `const words = ${JSON.stringify(Object.fromEntries(words))}
let language
try {
  language = localStorage.getItem(${JSON.stringify(setting)})
} catch {}
language ??= navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => tag in words)
const screens = ${JSON.stringify(files)}.filter(([address]) => new RegExp(address).test(location.hash))
for (const file of new Set([...(words[language] ?? []), ...screens.flatMap(([, ahead]) => ahead)]))
  if (file.endsWith('.css')) {
    const link = document.createElement('link')
    document.head.append(Object.assign(link, { rel: 'preload', as: 'style', crossOrigin: '', href: file }))
  } else import(file).catch(() => {})
`
}

/** All of `screens` that fit count. */
export const fetchAhead = (screens: readonly Ahead[], words: WordsAhead): Plugin => {
  let file = { fileName: '', source: '' }
  return {
    name: 'weef-fetch-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle, filename }) {
        if (bundle === undefined || !filename.endsWith('index.html')) return []
        const source = write(bundle, screens, words)
        const fileName = `assets/ahead-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.js`
        file = { fileName, source }
        return [
          { tag: 'script', attrs: { type: 'module', async: true, src: `/${fileName}` }, injectTo: 'head-prepend' },
        ]
      },
    },
    generateBundle: {
      order: 'post',
      handler() {
        this.emitFile({ type: 'asset', ...file })
      },
    },
  }
}

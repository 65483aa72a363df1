/** All words of the reader's language. */
import type { Accessor } from 'solid-js'
import type { Copy } from '#copy/languages.ts'
import { useLayer } from './use-language.ts'

export const useCopy = (): Accessor<Copy> => useLayer<Copy>('more')

/** The words beside the list of plans in the reader's language. */
import type { Accessor } from 'solid-js'
import type { AsideCopy } from '#copy/languages.ts'
import { useLayer } from './use-language.ts'

export const useAsideCopy = (): Accessor<AsideCopy> => useLayer<AsideCopy>('aside')

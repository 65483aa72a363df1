/** Words and shapes on a white card with a frame, as a screen composes them and a browser draws them. Types only. */

/** Lengths are in the drawing's own unit; a text's `y` is its base line. */
export type Mark =
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly size: number
      readonly family: 'sans-serif' | 'monospace'
      readonly words: string
    }
  | { readonly kind: 'path'; readonly x: number; readonly y: number; readonly scale: number; readonly path: string }

export type Drawing = { readonly width: number; readonly height: number; readonly marks: readonly Mark[] }

import { expect, test, vi } from 'vitest'
import type { Drawing } from '#ports/drawing.ts'
import { toPicture, toSvg } from './picture.ts'

const DRAWING: Drawing = {
  width: 100,
  height: 60,
  marks: [
    { kind: 'text', x: 4, y: 20, size: 10, family: 'monospace', words: 'A<B & "C"' },
    { kind: 'path', x: 50, y: 10, scale: 2, path: 'M0 0h1v1z' },
  ],
}

test('an SVG holds its words whatever they are', () => {
  const picture = new DOMParser().parseFromString(toSvg(DRAWING), 'image/svg+xml')
  expect(picture.querySelector('parsererror')).toBeNull()
  expect(picture.querySelector('text')?.textContent).toBe('A<B & "C"')
  expect(picture.querySelector('path')?.getAttribute('d')).toBe('M0 0h1v1z')
})

/** A canvas that answers every pixel with `colour`. */
const answering = (colour: readonly number[] | 'true') => {
  const pen = new Proxy({} as CanvasRenderingContext2D, {
    get: (_, name) => {
      if (name !== 'getImageData') return () => {}
      return (_x: number, y: number) => ({
        data: colour === 'true' ? (y < 8 ? [0x14, 0x18, 0x1a, 255] : [255, 255, 255, 255]) : colour,
      })
    },
    set: () => true,
  })
  vi.stubGlobal('Path2D', function Path2D() {})
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(new Blob(['png'])))
}

test('a browser that gives true pixels gives a PNG', async () => {
  answering('true')
  expect((await toPicture(DRAWING)).ending).toBe('png')
})

test.each([[[255, 255, 255, 255]], [[7, 200, 31, 255]]])('one that answers with noise gives an SVG', async (colour) => {
  answering(colour)
  const { ending, bytes } = await toPicture(DRAWING)
  expect([ending, bytes.type]).toEqual(['svg', 'image/svg+xml;charset=utf-8'])
})

test('one without a canvas gives an SVG too', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  expect((await toPicture(DRAWING)).ending).toBe('svg')
})

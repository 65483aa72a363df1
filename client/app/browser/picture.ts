/**
 * A drawing as a file: PNG, which every phone shows among its photos; SVG, which many cannot open, only where the browser gives
 * away no true pixels (against fingerprinting some answer with noise, which no camera reads).
 */
import type { Drawing } from '#ports/drawing.ts'

const INK = '#14181a'
const PAPER = '#ffffff'
const FRAME = 4
const CORNER = 30
/** Pixels of one unit of the drawing: a QR code stays sharp on paper. */
const PIXELS = 2

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ESCAPED[character] ?? character)

export const toSvg = ({ width, height, marks }: Drawing): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect x="${FRAME / 2}" y="${FRAME / 2}" width="${width - FRAME}" height="${height - FRAME}" rx="${CORNER}" fill="${PAPER}" stroke="${INK}" stroke-width="${FRAME}"/>`,
    `<g fill="${INK}">`,
    ...marks.map((mark) =>
      mark.kind === 'text'
        ? `<text x="${mark.x}" y="${mark.y}" font-family="${mark.family}" font-size="${mark.size}">${escape(mark.words)}</text>`
        : `<path transform="translate(${mark.x} ${mark.y}) scale(${mark.scale})" d="${mark.path}"/>`,
    ),
    '</g></svg>',
  ].join('')

const toShape = (path: string): Path2D => new Path2D(path)

const draw = (pen: CanvasRenderingContext2D, { width, height, marks }: Drawing): void => {
  pen.scale(PIXELS, PIXELS)
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, width, height)
  pen.strokeStyle = INK
  pen.lineWidth = FRAME
  pen.beginPath()
  pen.roundRect(FRAME / 2, FRAME / 2, width - FRAME, height - FRAME, CORNER)
  pen.stroke()
  pen.fillStyle = INK
  for (const mark of marks) {
    pen.save()
    pen.translate(mark.x, mark.y)
    if (mark.kind === 'text') {
      pen.font = `${mark.size}px ${mark.family}`
      pen.fillText(mark.words, 0, 0)
    } else {
      pen.scale(mark.scale, mark.scale)
      pen.fill(toShape(mark.path))
    }
    pen.restore()
  }
}

/** A pixel of the frame and one of the paper inside it, as they were drawn. */
const isTrue = (pen: CanvasRenderingContext2D, { width }: Drawing): boolean => {
  const at = (y: number): string => {
    const [red = 0, green = 0, blue = 0] = pen.getImageData((width * PIXELS) / 2, y, 1, 1).data
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  }
  return at((FRAME * PIXELS) / 2) === INK && at(FRAME * PIXELS * 2) === PAPER
}

const toPng = (drawing: Drawing): Promise<Blob | null> =>
  new Promise((resolve) => {
    const canvas = Object.assign(document.createElement('canvas'), {
      width: drawing.width * PIXELS,
      height: drawing.height * PIXELS,
    })
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (pen === null) return resolve(null)
    draw(pen, drawing)
    if (isTrue(pen, drawing)) canvas.toBlob(resolve, 'image/png')
    else resolve(null)
  })

/** The file and the ending of its name. */
export const toPicture = async (
  drawing: Drawing,
): Promise<{ readonly ending: 'png' | 'svg'; readonly bytes: Blob }> => {
  const png = await toPng(drawing).catch(() => null)
  if (png !== null) return { ending: 'png', bytes: png }
  return { ending: 'svg', bytes: new Blob([toSvg(drawing)], { type: 'image/svg+xml;charset=utf-8' }) }
}

/** A link as a QR code. Always dark on light, whatever the theme: many scanners read nothing else. */
import { encode } from 'uqr'
import './qr-code.css'

const QUIET_BLOCKS = 4 // the quiet zone that ISO/IEC 18004 requires

/** One path: a rectangle for each run of dark modules in a row. */
const toPath = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      row.map((dark, x) => {
        if (!dark || row[x - 1] === true) return ''
        const end = row.indexOf(false, x)
        const length = (end === -1 ? row.length : end) - x
        return `M${x} ${y}h${length}v1h-${length}z`
      }),
    )
    .join('')

/** `size`: blocks along one side, with the quiet zone. */
export const toQrPath = (text: string): { readonly size: number; readonly path: string } => {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_BLOCKS })
  return { size, path: toPath(data) }
}

export const QrCode = (props: { text: string; label: string }) => {
  const code = () => toQrPath(props.text)
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${code().size} ${code().size}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <path d={code().path} />
    </svg>
  )
}

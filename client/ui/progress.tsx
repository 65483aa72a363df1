/** How far something is that takes a while. */
import './progress.css'

export const Progress = (props: { label: string; value: number; max: number }) => (
  <progress class="pg" aria-label={props.label} value={props.value} max={props.max} />
)

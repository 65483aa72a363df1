/** The way out. It stands in the bar and again in every dialog, which puts all else out of reach: always one tap. */
import { createContext, Show, useContext } from 'solid-js'
import { Icon } from './icon.tsx'
import './leave-button.css'

export const LeavingContext = createContext<{ readonly label: () => string; readonly leave: () => void }>()

export const LeaveButton = () => (
  <Show when={useContext(LeavingContext)}>
    {(leaving) => (
      <button class="lv" type="button" onClick={() => leaving().leave()}>
        {leaving().label()}
        <Icon name="close" />
      </button>
    )}
  </Show>
)

/** Imports a plan from a file: choose it, see its content, and only then create the plan. */
import { Show, createSignal } from 'solid-js'
import { type ImportFailure, MAX_FILE_LENGTH, parsePlanFile } from '#domain/exchange/import.ts'
import type { PlanData } from '#domain/exchange/export-data.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { Banner } from '#ui/banner.tsx'
import { FilePicker } from '#ui/file-picker.tsx'
import { Screen } from '#ui/screen.tsx'
import { Preview } from './preview.tsx'
import { textOfElement } from './saved-page.ts'
import './import.css'

type Chosen = { readonly plan: PlanData } | { readonly refused: ImportFailure | 'unreadable' } | null

/** In bytes; a character takes at most four. */
const MAX_BYTES = 4 * MAX_FILE_LENGTH

/** Also as browsers save a page as its words, or between bytes of their own. */
const ACCEPTED = '.html,.htm,text/html,.json,application/json,.webarchive,.txt,text/plain'

const read = async (file: File): Promise<Chosen> => {
  if (file.size > MAX_BYTES) return { refused: 'too-large' }
  try {
    const found = parsePlanFile(await file.text(), textOfElement)
    return found.ok ? { plan: found.plan } : { refused: found.reason }
  } catch {
    return { refused: 'unreadable' }
  }
}

export const ImportScreen = () => {
  const copy = useCopy()
  const [chosen, setChosen] = createSignal<Chosen>(null)
  const plan = () => {
    const found = chosen()
    return found !== null && 'plan' in found ? found.plan : null
  }
  const refused = () => {
    const found = chosen()
    return found !== null && 'refused' in found ? found.refused : null
  }
  return (
    <Screen title={copy().takeOut.fromFile} lead={copy().takeOut.import.lead}>
      <FilePicker
        label={copy().takeOut.import.file}
        drop={copy().takeOut.import.drop}
        accept={ACCEPTED}
        onChoose={(file) => void read(file).then(setChosen)}
      />
      <Show when={refused()}>
        {(reason) => (
          <Banner title={copy().takeOut.import.refusedTitle}>
            <p>{copy().takeOut.import.refused[reason()]}</p>
          </Banner>
        )}
      </Show>
      <Show when={plan()} keyed>
        {(found) => <Preview plan={found} />}
      </Show>
    </Screen>
  )
}

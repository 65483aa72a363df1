/** The key card on paper: the printer's only output while the card is shown. */
import { For } from 'solid-js'
import type { KeyCard } from '#ports/own-keys.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { QrCode } from '#ui/qr-code.tsx'
import { toAddress } from './address.ts'

export const CardPaper = (props: { card: KeyCard }) => {
  const copy = useCopy()
  return (
    <div class="me-paper only-print">
      <div class="me-paper-words">
        <p class="me-paper-title">{copy().me.paper.title}</p>
        <p class="me-characters" dir="ltr" translate="no">
          <For each={props.card.characters.split('-')}>{(group) => <span>{group}</span>}</For>
        </p>
        <p>{copy().me.paper.how(toAddress(props.card.url))}</p>
        <p>{copy().me.paper.secret}</p>
      </div>
      <QrCode text={props.card.url} label={copy().me.card.qr} />
    </div>
  )
}

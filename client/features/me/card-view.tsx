/** A key card on screen: its QR code and its characters. Never read aloud: others may hear it. */
import { For } from 'solid-js'
import type { KeyCard } from '#ports/own-keys.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { QrCode } from '#ui/qr-code.tsx'

export const CardView = (props: { card: KeyCard }) => {
  const copy = useCopy()
  return (
    <div class="me-card no-speech">
      <QrCode text={props.card.url} label={copy().me.card.qr} />
      <p class="only-heard">{copy().me.card.characters}</p>
      <p class="me-characters" dir="ltr" translate="no">
        <For each={props.card.characters.split('-')}>{(group) => <span>{group}</span>}</For>
      </p>
    </div>
  )
}

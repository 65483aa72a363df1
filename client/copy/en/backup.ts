/** English words about everything of mine in one file, and putting it back. */
import { toDate, toList, toTime } from '../format/days-and-times.ts'
import type { nlBackup } from '../nl/backup.ts'

const locale = 'en-GB'
const plans = (number: number): string => (number === 1 ? '1 plan' : `${number} plans`)
const putSoFar = (done: number): string =>
  done === 0 ? 'No plan is back yet.' : `${plans(done)} ${done === 1 ? 'is' : 'are'} completely back.`

export const enBackup: typeof nlBackup = {
  backup: {
    title: 'Everything in one file',
    use: 'Keep all your plans in one file, also what is not shared yet. It brings everything back, even when Weef itself cannot be reached.',
    locked: 'The file is locked. It opens only with your key card. Keep that in another place.',
    none: 'You have no plan to keep yet.',
    save: 'Keep everything in one file',
    saving: 'Your file is being made',
    saved: (number) =>
      `The file with ${plans(number)} is among your downloads. What you write after this is not in it, so make a new file now and then.`,
    missing: (titles) => `This could not come along, because it is damaged here: ${toList(locale, titles)}.`,
    failed: 'Making the file does not work now. Nothing is lost. Try again.',
    fileName: (day) => `kept-${day}.weef`,

    putBack: 'Put a file back',
    lead: 'Did you keep everything in one file? Choose it here. You first see what is in it.',
    choose: 'Choose the file',
    drop: 'Or drag it here.',
    reading: 'The file is being read',
    card: {
      title: 'Which key card belongs to it?',
      lead: 'The file opens only with the card of whoever made it.',
      go: 'Open the file',
      otherFile: 'Choose another file',
    },
    refused: {
      'not-a-backup':
        'This is not a file in which everything is kept. Nothing has changed. Choose a file that ends in “.weef”.',
      newer: 'This file is from a newer Weef. Nothing has changed. Close Weef, open it again and try once more.',
      'other-card':
        'This card does not fit this file. Nothing has changed. Check that you have the right card and the right file.',
      damaged: 'This file is damaged or not complete. Nothing has changed. Do you have it somewhere else?',
    },
    unavailable: 'Opening the file does not work now. Nothing has changed. Try again.',
    inside: {
      title: 'This is in the file',
      savedAt: (at) => `Kept on ${toDate(locale, at, 0)} at ${toTime(locale, at)}.`,
      plans: (number) =>
        number === 0 ? 'There is no plan in it.' : `There ${number === 1 ? 'is' : 'are'} ${plans(number)} in it.`,
      here: 'is here too',
      how: 'What is not here comes back. What is here already is completed. Nothing goes away.',
      warning:
        'Did somebody else give you this file or this card? Then do not put it back. Otherwise they can read everything that you write here.',
      go: 'Put everything back',
      stop: 'No, leave everything',
    },
    putting: 'Everything is being put back',
    stay: 'Leave Weef open until then.',
    done: {
      title: 'Everything is back',
      lead: 'What was not shared yet is shared as soon as there is a connection.',
      titleButSome: 'Almost everything is back',
      skipped: (titles) =>
        `This stayed as it was here: ${toList(locale, titles)}. It is here under another key card, or it is damaged. Take it off this device if you want it from the file, and put the file back once more.`,
    },
    stopped: {
      full: (done) => `This device is full. ${putSoFar(done)} Make room and try again.`,
      unavailable: (done) => `This device cannot keep it now. ${putSoFar(done)} Try again.`,
      damaged: (done) => `The file could suddenly not be read any more. ${putSoFar(done)} Choose it once more.`,
      'open-elsewhere': () =>
        'One of these plans is still open in another tab. Nothing has changed. Close that tab and try again.',
    },
  },
}

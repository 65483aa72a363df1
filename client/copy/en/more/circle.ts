/** English words about who takes part no longer: removing, leaving, closing, and who is in charge. */
import type { nlCircle } from '../../nl/more/circle.ts'

export const enCircle: typeof nlCircle = {
  circle: {
    remove: {
      ask: (name) => `Remove ${name}`,
      title: (name) => `Remove ${name} from the plan?`,
      text: (name) => `From now on, ${name} won’t see anything new, but still has what’s here already.`,
      owner: (first, name) => `${first} is also in charge of this plan. After this, ${name} no longer is.`,
      told: (first) => `Does ${first} have this plan open now? Then it will say there that you did this.`,
      done: (first) => `${first} is no longer in this plan and won’t see anything new.`,
      later: 'You can invite this person again later.',
      invitations: 'This person’s open invitations will stop working too.',
      offline: 'You’re offline. You need internet to remove someone.',
      keep: 'No, cancel',
      go: 'Yes, remove',
      failed: {
        offline: (name) => `You’re offline. ${name} is still in this plan. You need internet to remove someone.`,
        refused: (name) => `That didn’t work. ${name} is still in this plan. Try again.`,
      },
    },
    soleOwner: {
      title: 'You’re the only one in charge',
      text: 'If you lose this device, nobody can invite anyone. Put someone else in charge too, or save your key card.',
      alone: {
        title: 'It’s just you in this plan',
        text: 'If you lose this device, nobody can invite you again. Save your key card: it brings this plan back.',
      },
      toCard: 'Show your key card',
      handOver:
        'That person will be the only one in charge. Tell them to put someone else in charge too, or to save their key card. Otherwise nobody can help if they lose their device.',
    },
    stepDown: {
      ask: 'I don’t want to be in charge any more',
      title: 'Stop being in charge?',
      text: (names) => `You’ll still be able to write. ${names} will choose who’s in the plan and what they can do.`,
      keep: 'Stay in charge',
      go: 'Yes, I’ll just write',
    },
    leave: {
      title: 'Leave this plan',
      text: 'You’ll no longer be in it. The others keep the plan, including what you wrote.',
      go: 'Leave the plan',
      lastOwner: 'You’re the only one in charge. Put someone else in charge first, or close the plan for everyone.',
      toPeople: 'Put someone else in charge',
      confirm: {
        title: 'Leave this plan?',
        text: 'You won’t see anything new or be able to write in it. To come back, you need a new invitation.',
        keep: 'Stay',
        go: 'Leave the plan',
      },
    },
    close: {
      title: 'Close the plan',
      text: 'This closes it for everyone. Nobody can write in it any more, and the server erases what’s in it.',
      go: 'Close the plan',
      confirm: {
        title: 'Close this plan for everyone?',
        text: 'You can’t undo this. What’s on a device stays there until that person removes it.',
        keep: 'Leave it open',
        go: 'Close the plan',
      },
    },
    goOn: {
      title: 'Nobody in charge any more?',
      text: 'If the person in charge has lost their device, you can carry on in a new plan, with everything that’s here now. You’ll be in charge there.',
      afterClosing: 'You can carry on in a new plan, with everything that’s here now. You’ll be in charge there.',
      after: 'You’ll need to invite the others again. This plan stays, and everyone can still read what was in it.',
      go: 'Start a new plan',
    },
    takeOffToo: 'Remove it from this device too',
    takeOffTooText: 'Otherwise you keep a copy to read here.',
    failed: {
      offline: 'You’re offline. Nothing has changed. You need internet for this.',
      refused: 'That didn’t work. Nothing has changed. Try again.',
    },
  },
}

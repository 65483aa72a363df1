/** Dutch words about privacy: what is safe, and plainly what is not promised (protocol.md §10). */

export const nlAbout = {
  about: {
    title: 'Wie kan wat zien?',
    lead: 'We beloven niet meer dan we kunnen.',
    sections: [
      {
        title: 'Wat is veilig',
        points: [
          'Je plan staat op je eigen toestel.',
          'Het gaat op slot voordat het naar de anderen gaat. De computer ertussen kan het niet lezen.',
          'Je geeft geen e‑mail, geen wachtwoord en geen echte naam.',
        ],
      },
      {
        title: 'Een plan is één kring',
        points: [
          'Wie meedoet, ziet het hele plan. Ook wat er vroeger in stond, en tekst die is weggehaald.',
          'Wie stopt of eruit gaat, kan niet vergeten wat hij of zij al las.',
          'Wie meeschrijft, kan ook tekst weghalen. De anderen zien dan wie dat was.',
          'Is iets alleen voor jou of voor één ander? Maak daar een apart plan voor.',
        ],
      },
      {
        title: 'Wat de computer ertussen wel ziet',
        points: [
          'Welke toestellen samen een plan hebben. Niet hoe mensen heten.',
          'Wanneer er iets wordt gedeeld, en ongeveer hoeveel.',
          'Het internetadres van je toestel.',
          'Wie deze app aan je geeft, moet je kunnen vertrouwen. Dat geldt voor elke app.',
        ],
      },
      {
        title: 'Je toestel',
        points: [
          'Wie jouw toestel open kan maken, kan je plan lezen. Zet er een pincode op.',
          'Raak je je toestel kwijt, dan ben je ook je sleutel kwijt. Iemand die meedoet, kan je opnieuw uitnodigen.',
          'Doet er niemand anders mee? Sla je plan dan ook op als bestand.',
        ],
      },
      {
        title: 'Een uitnodiging',
        points: [
          'Wie de link heeft, kan meedoen. Stuur hem naar één persoon.',
          'Het veiligst is: samen in één kamer, met de QR-code.',
          'Een code van 6 cijfers helpt. Maar wie de link steelt én de computer ertussen beheert, kan de code raden.',
        ],
      },
      {
        title: 'Snel weg',
        points: [
          'De knop “Snel weg” maakt het scherm meteen leeg en opent een gewone website. Drie keer op Shift drukken doet hetzelfde.',
          'Met de knop “terug” komt je plan niet in beeld.',
          'In de geschiedenis van je browser staat wel dat deze app open was.',
        ],
      },
    ],
  },
}

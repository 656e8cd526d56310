import PackCompiler
import PackModel

/// A small German pack, none of whose ids is one of the shipped pack's.
package enum GermanPack {
  package static let sources = SourceFiles(files.mapValues { Array($0.utf8) })

  package static let pack = TestPacks.compiled(sources)

  /// Whole answers: its clean case.
  package static let answers = """
    auftraggeber: Klinik Süd GmbH
    auftragnehmer: Rechenhaus AG
    frist: 30 day
    pruefung: yes

    """

  private static let files = [
    "pack.yaml": """
    id: auftrag
    version: 1.0.0
    format: 1
    language: de-DE
    title: Vertrag über die Auftragsverarbeitung
    journeys:
      - id: vertrag
        title: Der Vertrag
        steps: [parteien]
    documents:
      - {id: vermerk, role: memo, title: Vermerk, with: vermerk}
      - {id: pruefbericht, role: report, title: "Prüfbericht zu {{auftragnehmer}}"}
      - {id: avv, role: contract, title: "Vertrag zwischen {{auftraggeber}} und {{auftragnehmer}}"}
      - {id: nachtrag, role: amendment, title: Nachtrag}
    clean: examples/sauber

    """,
    "authorities.yaml": """
    - {id: ds-gvo-28-3, citation: "Art. 28 Abs. 3 DS-GVO", kind: LAW, status: in force, asOf: 2026-01-01, confidence: high, says: Der Vertrag bindet den Auftragsverarbeiter.}

    """,
    "obligations.yaml": """
    - {id: P-1, row: a, says: Verarbeitung nur auf Weisung., authority: [ds-gvo-28-3], severity: critical, contract: true}
    - {id: P-2, row: d, says: Keine Unterbeauftragung ohne Genehmigung., authority: [ds-gvo-28-3], severity: critical, contract: true}

    """,
    "teile/1-parteien.yaml": """
    step: parteien
    title: Die Parteien
    item:
      - linkId: auftraggeber
        type: string
        required: true
        text: Wer ist der Auftraggeber?
        shortText: Auftraggeber
        why: Der Vertrag bindet, wer hier steht.
        help: Wie im Handelsregister.
        authority: [ds-gvo-28-3]
      - linkId: auftragnehmer
        type: string
        required: true
        text: Wer ist der Auftragnehmer?
        shortText: Auftragnehmer
        why: Der Vertrag bindet, wer hier steht.
        help: Wie im Handelsregister.
        authority: [ds-gvo-28-3]
      - linkId: frist
        type: quantity
        unit: day
        required: true
        text: Wie lange vorher wird ein neuer Unterauftragnehmer angezeigt?
        shortText: Frist der Anzeige
        why: In dieser Zeit kann widersprochen werden.
        help: In Tagen.
        authority: [ds-gvo-28-3]
      - linkId: pruefung
        type: boolean
        text: Darf der Auftraggeber vor Ort prüfen?
        shortText: Prüfung vor Ort
        why: Wer nicht prüfen darf, weiß nichts.
        help: Ja oder nein.
        authority: [ds-gvo-28-3]

    """,
    "checks/frist.yaml": """
    - id: frist.kurz
      severity: major
      kind: MARKET
      authority: [ds-gvo-28-3]
      pass: frist >= 14 day
      at: [frist]
      finding: "Eine Frist von {{frist}} ist zu kurz."
      consequence: Ein Widerspruch kommt zu spät.
      remedy: 30 Tage verlangen.
      closes: unter.anzeige
      examples:
        pass:
          - {set: {frist: 14 day}}
        fail:
          - {set: {frist: 5 day}}
        notAssessed:
          - {unknown: [frist]}
    - id: pruefung.fehlt
      severity: minor
      kind: MARKET
      authority: [ds-gvo-28-3]
      pass: pruefung is yes
      at: [pruefung]
      finding: Niemand darf prüfen.
      consequence: Mängel bleiben unbemerkt.
      remedy: Die Prüfung vereinbaren.
      closes: pruefung.vor-ort
      examples:
        pass:
          - {set: {pruefung: yes}}
        fail:
          - {set: {pruefung: no}}
        notAssessed:
          - {unknown: [pruefung]}

    """,
    "examples/sauber/answers.yaml": answers,
    "documents/avv/1.md": """
    # Zu diesem Entwurf {#deckblatt .cover}

    Dieses Blatt wird nicht unterschrieben.

    # Weisungen {#weisungen}

    ::: clause weisung.gebunden
    satisfies: P-1
    authority: ds-gvo-28-3

    {{auftragnehmer}} verarbeitet nur auf Weisung von {{auftraggeber}}.
    :::

    # Unterauftragnehmer {#unter}

    ::: clause unter.anzeige
    satisfies: P-2
    authority: ds-gvo-28-3

    Ein neuer Unterauftragnehmer wird {{frist}} vorher angezeigt.
    :::

    # Prüfung {#pruefungen}

    ::: clause pruefung.vor-ort
    when: pruefung is yes
    authority: ds-gvo-28-3

    {{auftraggeber}} darf vor Ort prüfen.
    :::

    """,
    "documents/pruefbericht/1.md": """
    # Pflichten {#pflichten}

    | Pflicht | Fundstelle | Stand |
    |---|---|---|
    ::: each coverage
    | {{obligation}} | {{where}} | {{status}} |
    :::

    # Befunde {#befunde}

    ::: each findings
    {{title}} ({{where}})
    :::

    """,
    "documents/nachtrag/1.md": """
    # Was eingefügt wird {#einfuegen}

    ::: clause nachtrag.einfuegen
    authority: ds-gvo-28-3

    Eingefügt wird:

    ::: each insertions
    **Bestimmung {{number}}. {{title}}**

    {{text}}
    :::
    :::

    """,
    "documents/vermerk/1.md": """
    # Offen {#offen}

    ::: each open
    - {{question}}
    :::

    """,
  ]
}

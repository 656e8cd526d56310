/// The elements of Word's files with their children in the order in which the schema has them (ECMA-376
/// Part 1, the CT_ types of WordprocessingML). Those with a comma between them may stand in any order.
enum SchemaTable {
  static let orders: [String: [String]] = [
    "w:document": words("background body"),
    "w:body": words("p,tbl,sdt sectPr"),
    "w:hdr": words("p,tbl,sdt"),
    "w:ftr": words("p,tbl,sdt"),
    "w:comments": words("comment"),
    "w:comment": words("p"),
    "w:txbxContent": words("p"),
    "w:p": words(
      """
      pPr r,hyperlink,ins,del,sdt,bookmarkStart,bookmarkEnd,commentRangeStart,commentRangeEnd,proofErr
      """),
    "w:hyperlink": words(
      "r,ins,del,sdt,bookmarkStart,bookmarkEnd,commentRangeStart,commentRangeEnd"),
    // Within a paragraph; as a property they have no children.
    "w:ins": words("r,sdt"),
    "w:del": words("r"),
    "w:r": words(
      """
      rPr t,delText,tab,br,softHyphen,fldChar,instrText,delInstrText,drawing,annotationRef,\
      commentReference
      """),
    // CT_PPr
    "w:pPr": words(
      """
      pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr \
      shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE \
      autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents \
      suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr \
      sectPr pPrChange
      """),
    // CT_RPr and CT_ParaRPr; later editions leave the order open, Word writes this one.
    "w:rPr": words(
      """
      ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow \
      emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs \
      highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath \
      rPrChange
      """),
    "w:numPr": words("ilvl numId numberingChange ins"),
    "w:tabs": words("tab"),
    "w:pBdr": words("top left bottom right between bar"),
    // CT_Tbl and its like
    "w:tbl": words("bookmarkStart,bookmarkEnd tblPr tblGrid tr"),
    "w:tblGrid": words("gridCol tblGridChange"),
    "w:tr": words("tblPrEx trPr tc"),
    "w:tc": words("tcPr p,tbl,sdt"),
    "w:tblPr": words(
      """
      tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc \
      tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription \
      tblPrChange
      """),
    "w:tblBorders": words("top left,start bottom right,end insideH insideV"),
    "w:tblCellMar": words("top left,start bottom right,end"),
    "w:tcBorders": words("top left,start bottom right,end insideH insideV tl2br tr2bl"),
    "w:trPr": words(
      """
      cnfStyle,divId,gridBefore,gridAfter,wBefore,wAfter,cantSplit,trHeight,tblHeader,tblCellSpacing,\
      jc,hidden ins del trPrChange
      """),
    "w:tcPr": words(
      """
      cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign \
      hideMark headers cellIns,cellDel,cellMerge tcPrChange
      """),
    // CT_SectPr
    "w:sectPr": words(
      """
      headerReference,footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders \
      lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid \
      printerSettings sectPrChange
      """),
    // CT_SdtRun
    "w:sdt": words("sdtPr sdtEndPr sdtContent"),
    "w:sdtPr": words(
      """
      rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex \
      equation,comboBox,date,docPartObj,docPartList,dropDownList,picture,richText,text,citation,group,\
      bibliography
      """),
    "w:sdtContent": words("r"),
    // CT_Styles
    "w:styles": words("docDefaults latentStyles style"),
    "w:docDefaults": words("rPrDefault pPrDefault"),
    "w:rPrDefault": words("rPr"),
    "w:pPrDefault": words("pPr"),
    "w:style": words(
      """
      name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat \
      locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
      """),
    "w:tblStylePr": words("pPr rPr tblPr trPr tcPr"),
    // CT_Numbering
    "w:numbering": words("numPicBullet abstractNum num numIdMacAtCleanup"),
    "w:abstractNum": words("nsid multiLevelType tmpl name styleLink numStyleLink lvl"),
    "w:num": words("abstractNumId lvlOverride"),
    "w:lvl": words(
      "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
    // CT_Settings
    "w:settings": words(
      """
      writeProtection view zoom removePersonalInformation removeDateAndTime \
      doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText \
      printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts \
      saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader \
      bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors \
      activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter \
      stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves \
      doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet \
      defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps \
      showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders \
      bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing \
      drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery \
      doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin \
      doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne \
      strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture \
      doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText \
      doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags \
      alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars \
      rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats \
      doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary \
      shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator
      """),
    "w:compat": words("compatSetting"),
  ]

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}

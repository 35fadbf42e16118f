; Offers the program for sms: and tel: links among "Default apps"; the person chooses there, nothing is taken over.

!macro NSIS_HOOK_POSTINSTALL
  WriteRegStr SHCTX "Software\Classes\FamulorSMS.Link" "" "Famulor SMS"
  WriteRegStr SHCTX "Software\Classes\FamulorSMS.Link\DefaultIcon" "" "$INSTDIR\${MAINBINARYNAME}.exe,0"
  WriteRegStr SHCTX "Software\Classes\FamulorSMS.Link\shell\open\command" "" '"$INSTDIR\${MAINBINARYNAME}.exe" "%1"'
  WriteRegStr SHCTX "Software\FamulorSMS\Capabilities" "ApplicationName" "Famulor SMS"
  WriteRegStr SHCTX "Software\FamulorSMS\Capabilities" "ApplicationDescription" "Send a single SMS from the desktop"
  WriteRegStr SHCTX "Software\FamulorSMS\Capabilities\URLAssociations" "sms" "FamulorSMS.Link"
  WriteRegStr SHCTX "Software\FamulorSMS\Capabilities\URLAssociations" "tel" "FamulorSMS.Link"
  WriteRegStr SHCTX "Software\RegisteredApplications" "Famulor SMS" "Software\FamulorSMS\Capabilities"
!macroend

!macro NSIS_HOOK_POSTUNINSTALL
  DeleteRegValue SHCTX "Software\RegisteredApplications" "Famulor SMS"
  DeleteRegKey SHCTX "Software\FamulorSMS"
  DeleteRegKey SHCTX "Software\Classes\FamulorSMS.Link"
!macroend

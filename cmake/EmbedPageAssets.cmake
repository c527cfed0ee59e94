# SPDX-License-Identifier: GPL-2.0-only
# Writes the source file that holds everything the report's page is made of.
#
#   cmake -DTEMPLATE=page-assets.cc.in -DOWN=FOLDER -DLIBRARIES=FOLDER -DOUTPUT=FILE -P EmbedPageAssets.cmake
file(READ ${OWN}/page.mustache PAGE)
file(READ ${OWN}/page.css STYLE)
file(READ ${OWN}/page.js SCRIPT)
file(READ ${LIBRARIES}/vega.min.js VEGA)
file(READ ${LIBRARIES}/vega-lite.min.js VEGA_LITE)
file(READ ${LIBRARIES}/vega-embed.min.js VEGA_EMBED)
file(READ ${LIBRARIES}/THIRD-PARTY.txt LICENCES)

# The hash of a script as a source of a content security policy: SHA-256 in base64.
function(hash_script TEXT RESULT)
  string(SHA256 hex "${TEXT}")
  set(digits ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  set(hash "")
  foreach(at RANGE 0 63 3) # three hexadecimal digits are two of base64
    string(SUBSTRING "${hex}00" ${at} 3 group)
    math(EXPR high "0x${group} / 64")
    math(EXPR low "0x${group} % 64")
    string(SUBSTRING "${digits}" ${high} 1 high)
    string(SUBSTRING "${digits}" ${low} 1 low)
    string(APPEND hash ${high}${low})
  endforeach()
  string(SUBSTRING "${hash}" 0 43 hash) # 256 bits; the rest is padding
  set(${RESULT} "'sha256-${hash}='" PARENT_SCOPE)
endfunction()

set(hashes "")
foreach(script IN ITEMS VEGA VEGA_LITE VEGA_EMBED SCRIPT)
  hash_script("${${script}}" hash)
  list(APPEND hashes ${hash})
endforeach()
list(JOIN hashes " " hashes)
string(REPLACE "@SCRIPT_HASHES@" "${hashes}" PAGE "${PAGE}")
configure_file(${TEMPLATE} ${OUTPUT} @ONLY)

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
configure_file(${TEMPLATE} ${OUTPUT} @ONLY)

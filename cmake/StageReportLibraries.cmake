# SPDX-License-Identifier: GPL-2.0-only
# Installs the libraries of the report's page as the lock file says, and puts what the page needs of
# them into one folder: vega.min.js, vega-lite.min.js, vega-embed.min.js, THIRD-PARTY.txt.
#
#   cmake -DNPM=... -DLOCK=FOLDER -DINTO=FOLDER -P StageReportLibraries.cmake
file(COPY ${LOCK}/package.json ${LOCK}/package-lock.json DESTINATION ${INTO})
execute_process(
  COMMAND ${NPM} ci --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error
  WORKING_DIRECTORY ${INTO} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "npm could not install the libraries of the report. To build without them: "
    "cmake -DDDNNSIM_REPORT=OFF; with a folder of them: -DDDNNSIM_REPORT_LIBRARIES=FOLDER")
endif()
foreach(library vega vega-lite vega-embed)
  file(COPY ${INTO}/node_modules/${library}/build/${library}.min.js DESTINATION ${INTO})
endforeach()

# The three files hold other packages: the notices of all that were installed.
file(GLOB licences ${INTO}/node_modules/*/LICEN[SC]E* ${INTO}/node_modules/@*/*/LICEN[SC]E*)
list(SORT licences)
set(text "The charts of this page are drawn by Vega, Vega-Lite and Vega-Embed. They contain, or are\nmade with, these packages:\n")
foreach(licence ${licences})
  cmake_path(GET licence PARENT_PATH package)
  cmake_path(RELATIVE_PATH package BASE_DIRECTORY ${INTO}/node_modules)
  file(READ ${licence} notice)
  string(APPEND text "\n---- ${package} ----\n${notice}")
endforeach()
file(WRITE ${INTO}/THIRD-PARTY.txt "${text}")

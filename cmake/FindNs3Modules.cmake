# Imported targets ns3::<module> for Debian's ns-3.
#
# Debian's own ns3Config.cmake names helper programs that libns3-dev leaves out and stops there, so
# the libraries are found by name. ns-3.37's headers compile as C++17 only.
include(FindPackageHandleStandardArgs)
find_path(Ns3Modules_INCLUDE_DIR ns3/core-module.h)
set(Ns3Modules_REQUIRED Ns3Modules_INCLUDE_DIR)
foreach(module IN LISTS Ns3Modules_FIND_COMPONENTS)
  find_library(Ns3Modules_${module}_LIBRARY NAMES ns3-${module} ns3.37-${module})
  list(APPEND Ns3Modules_REQUIRED Ns3Modules_${module}_LIBRARY)
  if(Ns3Modules_${module}_LIBRARY AND NOT TARGET ns3::${module})
    add_library(ns3::${module} SHARED IMPORTED)
    set_target_properties(ns3::${module} PROPERTIES
      IMPORTED_LOCATION "${Ns3Modules_${module}_LIBRARY}"
      INTERFACE_INCLUDE_DIRECTORIES "${Ns3Modules_INCLUDE_DIR}")
  endif()
endforeach()
find_package_handle_standard_args(Ns3Modules
  REQUIRED_VARS ${Ns3Modules_REQUIRED}
  FAIL_MESSAGE "ns-3 not found: install Debian's package libns3-dev")

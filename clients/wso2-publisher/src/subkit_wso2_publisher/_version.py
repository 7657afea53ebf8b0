# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
__version__ = "0.1.0"
